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

    private const string Missing =
        "SQLite 3.35 or newer could not be loaded on this computer: install it (Debian, Ubuntu: libsqlite3-0; Alpine, Red Hat: sqlite-libs) and start again.";

    private static readonly Lazy<string> Tested = new(Test);

    /// <summary>Opens a connection once, as a test; throws one sentence that says what to install if that fails.</summary>
    public static void Use() => _ = Tested.Value;

    // Runs when this assembly is first touched. It loads nothing yet, so a store on another engine pays nothing and needs no SQLite.
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "It must come before the first use of Microsoft.Data.Sqlite, in tests and tools too.")]
    internal static void Prepare() => AssemblyLoadContext.Default.Resolving += Resolve;

    // Microsoft.Data.Sqlite asks for a newer SQLitePCLRaw.core than there is, so its very first step ends here.
    private static Assembly? Resolve(AssemblyLoadContext context, AssemblyName wanted) =>
        wanted.Name == "SQLitePCLRaw.core" ? Bind() : null;

    private static Assembly Bind()
    {
        var provider = typeof(SQLite3Provider_e_sqlite3).Assembly;
        var library = Load(provider);
        NativeLibrary.SetDllImportResolver(provider, (_, _, _) => library);
        raw.SetProvider(new SQLite3Provider_e_sqlite3());
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
