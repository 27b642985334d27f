package org.nowrongdoor.exchange.row;

/** What a member of a record may hold. */
public enum FieldType {
    TEXT("text"),
    UUID("a UUID such as 0b1f0c3e-1c1c-4f6e-9f0e-2d8f5a3c7b11"),
    URL("a web address that begins with https:// or http://"),
    URI("a web address or a urn:"),
    EMAIL("an e-mail address such as desk@example.org"),
    DAY("a day written YYYY-MM-DD"),
    CLOCK_TIME("a clock time such as 09:30 or 09:30:00"),
    INSTANT("a time with offset such as 2026-08-01T09:30:00Z"),
    NUMBER("a number"),
    CHOICE("one of the listed values"),
    RECORD("an object"),
    /** Checked by its own rules. */
    ANY("a value");

    /** Completes "must be". */
    public final String description;

    FieldType(String description) {
        this.description = description;
    }
}
