namespace TeamsPlanBot.Bot.Commands;

/// <summary>Where the embedded store lies if nobody says otherwise.</summary>
internal static class DataFolder
{
    /// <summary>Beside the program while it is being developed, else among the user's application data.</summary>
    public static string ConnectionString(IHostEnvironment environment)
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        var folder = environment.IsDevelopment() || home.Length == 0
            ? Path.Combine(AppContext.BaseDirectory, "data")
            : Path.Combine(home, "TeamsPlanBot");
        return $"Data Source={Path.Combine(folder, "plans.db")}";
    }
}
