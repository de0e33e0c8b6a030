namespace Microsoft.SqlServer.Server;

// Only what Microsoft.Data.SqlClient mentions, and only so that it loads: CLR user-defined types are not supported.

/// <summary>How a CLR user-defined type is stored.</summary>
public enum Format
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>By SQL Server.</summary>
    Native,

    /// <summary>By the type itself.</summary>
    UserDefined,
}

/// <summary>A CLR user-defined type that stores itself.</summary>
public interface IBinarySerialize
{
    /// <summary>Reads the value.</summary>
    void Read(BinaryReader r);

    /// <summary>Writes the value.</summary>
    void Write(BinaryWriter w);
}

/// <summary>Marks a CLR user-defined type.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class SqlUserDefinedTypeAttribute(Format format) : Attribute
{
    /// <summary>How it is stored.</summary>
    public Format Format => format;

    /// <summary>Its greatest size.</summary>
    public int MaxByteSize { get; set; }

    /// <summary>Whether all values have one size.</summary>
    public bool IsFixedLength { get; set; }

    /// <summary>Whether its bytes sort as its values do.</summary>
    public bool IsByteOrdered { get; set; }

    /// <summary>The method that validates a value.</summary>
    public string? ValidationMethodName { get; set; }

    /// <summary>Its name in SQL.</summary>
    public string? Name { get; set; }
}

/// <summary>A type was used as a CLR user-defined type and is none.</summary>
public sealed class InvalidUdtException : SystemException
{
    private InvalidUdtException(string message)
        : base(message)
    {
    }

    /// <summary>Called by Microsoft.Data.SqlClient.</summary>
    public static InvalidUdtException Create(Type udtType, string resourceReason) =>
        new($"{udtType.FullName} cannot be used as a user-defined type: {resourceReason}");
}
