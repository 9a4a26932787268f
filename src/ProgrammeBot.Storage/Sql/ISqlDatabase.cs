using System.Data.Common;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Storage.Sql;

/// <summary>What the two databases do each in its own way; the statements that read and write records are the same for both.</summary>
/// <remarks>
/// Common to both, and kept to: parameters are called <c>@name</c>; text is compared byte by byte; nothing is asked of a parameter that is null
/// but to be kept (PostgreSQL would not know its type).
/// </remarks>
internal interface ISqlDatabase
{
    TimeProvider Clock { get; }

    /// <summary>Ends a transaction so that all others come to know of it.</summary>
    string Commit { get; }

    /// <summary>What a fault means for the operator.</summary>
    StoreException FaultOf(DbException cause);

    /// <summary>A record that makes no valid value.</summary>
    StoreException Damaged(string what, Exception cause);

    /// <summary>Gives a connection back, and ends what it had begun.</summary>
    ValueTask CloseAsync(DbConnection connection);
}
