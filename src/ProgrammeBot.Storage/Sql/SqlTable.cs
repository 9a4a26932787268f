namespace ProgrammeBot.Storage.Sql;

/// <summary>A table with the columns that make its records, alike in every database.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Order">By what its rows are put in order.</param>
/// <param name="Columns">All of them, but for numbers that a database counts for itself.</param>
internal sealed record SqlTable(string Name, string Order, params IReadOnlyList<SqlColumn> Columns)
{
    /// <summary>All tables, each after those it refers to.</summary>
    public static IReadOnlyList<SqlTable> All { get; } =
    [
        new("cited_text", "document_id, version", Text("document_id"), Text("version"), new("utf8", SqlKind.Bytes)),
        new("faq_entry", "id", Text("id"), Number("revision"), Text("status"), Maybe(Number("live_revision"))),
        // In the order in which they were written, which their numbers keep.
        new("faq_revision", "change", Text("entry_id"), Number("revision"), Text("content"), Text("written_by"), Time("written_at"), Text("note")),
        new("faq_citation", "document_id, version, entry_id, revision", Text("document_id"), Text("version"), Text("entry_id"), Number("revision")),
        new("faq_threshold", "one", Number("one"), new("value", SqlKind.Real)),
        new("faq_offset", "entry_id", Text("entry_id"), new("value", SqlKind.Real)),
        new("faq_negative", "id", Text("id"), Text("phrasing"), Text("written_by"), Time("written_at"), Maybe(Text("entry_id")), Maybe(Text("document_id")), Maybe(Text("version")), Maybe(Text("spans"))),
        new("answer", "id", Text("id"), Time("at"), Text("kind"), Maybe(Text("scope")), Maybe(Text("faq_id")), Maybe(Number("faq_revision")), Maybe(Text("within"))),
        new("answer_passage", "answer_id, ordinal", Text("answer_id"), Number("ordinal"), Text("document_id"), Text("version"), Text("spans")),
        new("feedback", "id", Text("id"), Text("answer_id"), Text("vote"), Maybe(Text("reason")), Text("words"), Time("at")),
        new("place", "id", Text("id"), Maybe(Text("parent")), Text("settings"), Maybe(Text("address"))),
        new("reply_reference", "answer_id, message_hash", Text("answer_id"), Text("message_hash"), Text("message"), Text("place"), Maybe(Text("asker")), Maybe(Text("asker_hash")), Time("expires_at")),
        new("ticket", "id", Text("id"), Number("revision"), Text("place"), Time("opened_at"), Text("question"), Text("reply"), Maybe(Text("answer_id")), Maybe(Text("scope")), Maybe(Text("asker")),
            Maybe(Text("asker_hash")), Maybe(Text("moderator_message")), Maybe(Text("taken_by")), Maybe(Time("taken_at")), Maybe(Text("answered_by")), Maybe(Time("answered_at")), Maybe(Text("answer")),
            Maybe(Text("faq_id")), Maybe(Time("closed_at"))),
        new("outbox", "id", Text("id"), Text("place"), Text("reply_to"), Text("question"), Time("created_at")),
        new("gap", "id", Text("id"), Text("question"), Time("opened_at"), Number("revision"), Maybe(Text("scope")), Text("state"), Maybe(Text("decided_by")), Maybe(Time("decided_at")), Maybe(Text("faq_id"))),
        new("gap_question", "id", Text("id"), Text("gap_id"), Text("text"), Time("at"), Text("reason"), Maybe(Text("scope")), Maybe(Text("within")), Maybe(Text("answer_id"))),
        new("suggestion", "id", Text("id"), Text("question"), Text("answer"), Time("made_at"), Number("revision"), Maybe(Text("within")), Maybe(Text("scope")), Maybe(Text("faq_id")), Maybe(Text("person")),
            Maybe(Text("person_hash")), Text("state"), Maybe(Text("decided_by")), Maybe(Time("decided_at")), Text("note")),
        new("audit", "id", Text("id"), Time("at"), Text("done_by"), Text("action"), Text("subject"), Text("detail"), Maybe(Text("within"))),
        new("sign_in", "id", Text("id"), Text("secret"), Text("name"), Text("role"), Time("expires_at"), Number("used"), Maybe(Text("places"))),
        new("mark", "name", Text("name"), Text("text")),
    ];

    private static SqlColumn Text(string name) => new(name, SqlKind.Text);

    private static SqlColumn Number(string name) => new(name, SqlKind.Number);

    private static SqlColumn Time(string name) => new(name, SqlKind.Time);

    private static SqlColumn Maybe(SqlColumn column) => column with { IsOptional = true };
}

/// <summary>A column of a table.</summary>
internal sealed record SqlColumn(string Name, SqlKind Kind)
{
    public bool IsOptional { get; init; }
}

internal enum SqlKind
{
    Text,

    /// <summary>32 bits.</summary>
    Number,

    /// <summary>64 bits: Unix milliseconds.</summary>
    Time,
    Real,
    Bytes,
}
