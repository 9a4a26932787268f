using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Protection;

/// <summary>Protects by ASP.NET Data Protection with keys in a folder of their own, for their owner only; back it up apart from the store.</summary>
/// <remarks>Keys are replaced every 90 days; what older ones protected stays readable while they are in the folder. Several processes may share it.</remarks>
internal sealed class DataProtectionPersons : IPersonProtection
{
    private const string Purpose = "ProgrammeBot.Persons.v1";

    private readonly IDataProtector _protector;
    private readonly byte[] _hashKey;

    private DataProtectionPersons(IDataProtector protector, byte[] hashKey)
    {
        _protector = protector;
        _hashKey = hashKey;
    }

    /// <summary>Opens the folder, makes it where there is none, and the keys that it lacks.</summary>
    /// <exception cref="StoreException">It cannot be made or read, or a key in it is damaged; names it and the remedy.</exception>
    public static DataProtectionPersons Open(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        try
        {
            KeyFolder.Make(folder);
            var hashKey = KeyFolder.HashKey(folder);
            var protector = DataProtectionProvider.Create(new DirectoryInfo(folder), b => b.SetApplicationName("programmebot")).CreateProtector(Purpose);
            // The first use makes the first key.
            _ = protector.Protect("");
            return new DataProtectionPersons(protector, hashKey);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException or System.Xml.XmlException)
        {
            throw new StoreException(
                $"The keys in '{folder}' cannot be read or made ({e.Message}). Let this user read and write the folder, or restore it from a back-up; without it nobody can be told of answers given before.", e);
        }
    }

    public ProtectedText Protect(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new ProtectedText(_protector.Protect(text));
    }

    public string? Unprotect(ProtectedText text)
    {
        try
        {
            return _protector.Unprotect(text.Cipher);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public KeyedHash HashOf(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return KeyedHash.Of(HMACSHA256.HashData(_hashKey, Encoding.UTF8.GetBytes(id)));
    }
}
