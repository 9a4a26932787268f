namespace ProgrammeBot.Contacts;

/// <summary>Whom to ask, or where to look, when the documents do not say.</summary>
/// <param name="Topic">The id of the topic it was found for; empty for a scope's default.</param>
/// <param name="Name">The office, role or page, as the end of a sentence: 'the admissions team of the Department of Computing'.</param>
/// <param name="Link">Its page; null where the documents name none.</param>
public sealed record Contact(string Topic, string Name, Uri? Link)
{
    /// <summary>A fragment for the end of a reply: the name, and the link if there is one.</summary>
    public string Text => Link is null ? Name : $"{Name}: {Link.AbsoluteUri}";
}
