using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace TeamsPlanBot.Data.Sqlite;

/// <summary>Leads Microsoft.Data.Sqlite to the operating system's SQLite, or to the one shipped with the program where that is missing or too old.</summary>
public static class SqliteNative
{
    private const int Oldest = 3_035_000; // EF Core writes RETURNING, which came with 3.35.

    private const int CountMemory = 9; // SQLITE_CONFIG_MEMSTATUS

    private const string Missing =
        "This computer has no SQLite 3.35 or newer that can be used: install it (Debian, Ubuntu: libsqlite3-0; Alpine, Red Hat: sqlite-libs) and start again.";

    private static readonly Lazy<Assembly> Bound = new(Bind); // Two threads may come at the same time.

    private static readonly Lazy<string> Tested = new(Test);

    /// <summary>Makes SQLite ready and opens a connection as a test, once; if that fails, throws one sentence that says what to install.</summary>
    public static void Use() => _ = Tested.Value;

    /// <summary>The version of the SQLite that is used.</summary>
    public static string InUse => Tested.Value;

    // Runs when this assembly is first touched. It loads nothing yet, so a store on another engine pays nothing and needs no SQLite.
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "It must come before the first use of Microsoft.Data.Sqlite, in tests and tools too.")]
    internal static void Prepare() => AssemblyLoadContext.Default.Resolving += Resolve;

    // Microsoft.Data.Sqlite asks for a newer SQLitePCLRaw.core than there is, so its very first step ends here.
    private static Assembly? Resolve(AssemblyLoadContext context, AssemblyName wanted) =>
        wanted.Name == "SQLitePCLRaw.core" ? Bound.Value : null;

    private static Assembly Bind()
    {
        var provider = typeof(SQLite3Provider_e_sqlite3).Assembly;
        var library = Load(provider);
        NativeLibrary.SetDllImportResolver(provider, (_, _, _) => library);
        raw.SetProvider(new SQLite3Provider_e_sqlite3());
        raw.sqlite3_config(CountMemory, 0); // Nobody asks for the count, and it takes a lock at each piece of memory.
        return typeof(raw).Assembly;
    }

    private static nint Load(Assembly provider)
    {
        var system = OperatingSystem.IsWindows() ? "winsqlite3.dll" : OperatingSystem.IsMacOS() ? "libsqlite3.dylib" : "libsqlite3.so.0";

        foreach (var (name, path) in new[] { (system, DllImportSearchPath.System32), ("e_sqlite3", DllImportSearchPath.SafeDirectories) })
        {
            if (NativeLibrary.TryLoad(name, provider, path, out var library) && Version(library) >= Oldest)
            {
                return library;
            }
        }

        throw new DllNotFoundException(Missing);
    }

    private static int Version(nint library) =>
        NativeLibrary.TryGetExport(library, "sqlite3_libversion_number", out var version)
            ? Marshal.GetDelegateForFunctionPointer<VersionNumber>(version)()
            : 0;

    private static string Test()
    {
        try
        {
            _ = Bound.Value; // "dotnet ef" finds the assembly by itself and never asks Resolve.
            using var connection = new SqliteConnection("Data Source=:memory:");
            connection.Open();
            return connection.ServerVersion;
        }
        catch (Exception problem)
        {
            throw new InvalidOperationException(Missing, problem);
        }
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int VersionNumber();
}
