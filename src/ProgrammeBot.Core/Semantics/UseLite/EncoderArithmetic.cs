using System.Runtime.Intrinsics.X86;

namespace ProgrammeBot.Semantics.UseLite;

/// <summary>Which instructions multiply. The vectors differ by rounding alone.</summary>
public enum EncoderArithmetic
{
    /// <summary>128 bits at a time, on any processor.</summary>
    Portable,

    /// <summary>256 bits at a time, with AVX2 and FMA.</summary>
    Avx2,

    /// <summary>512 bits at a time, with AVX-512.</summary>
    Avx512,
}

/// <summary>What this processor can do.</summary>
public static class EncoderArithmetics
{
    /// <summary>The quickest that this processor has.</summary>
    public static EncoderArithmetic Best =>
        IsSupported(EncoderArithmetic.Avx512) ? EncoderArithmetic.Avx512
        : IsSupported(EncoderArithmetic.Avx2) ? EncoderArithmetic.Avx2
        : EncoderArithmetic.Portable;

    public static bool IsSupported(EncoderArithmetic arithmetic) => arithmetic switch
    {
        EncoderArithmetic.Avx512 => Avx512F.IsSupported,
        EncoderArithmetic.Avx2 => Avx2.IsSupported && Fma.IsSupported,
        _ => true,
    };
}
