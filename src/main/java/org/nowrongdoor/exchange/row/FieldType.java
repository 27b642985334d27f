package org.nowrongdoor.exchange.row;

import java.util.EnumSet;
import java.util.Set;

/** What a member of a record may hold. */
public enum FieldType {
    TEXT("text"),
    UUID("a UUID such as 0b1f0c3e-1c1c-4f6e-9f0e-2d8f5a3c7b11"),
    URL("a web address that begins with https:// or http://"),
    URI("a web address or a urn:"),
    EMAIL("an e-mail address such as desk@example.org"),
    PHONE("one telephone number such as +1 612 555 0100, 1-800-356-9377 or 988"),
    EXTENSION("the digits of an extension such as 555"),
    PHONE_TYPE("one of text, voice, fax, cell, video, pager, textphone, sms, tty"),
    LANGUAGE("a code of BCP 47 or ISO 639 such as es, hmn or es-MX, or the name of a language"),
    CURRENCY("a code of ISO 4217 such as USD"),
    COUNTRY("a code of ISO 3166 such as US"),
    STATE("a state or province such as MN, in letters"),
    POSTAL_CODE("a postal code such as 55401"),
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

    // What it says is read by people or looked up in a list; the rest of its record can do without.
    private static final Set<FieldType> PARTS =
            EnumSet.of(URL, URI, EMAIL, PHONE, EXTENSION, PHONE_TYPE, LANGUAGE, CURRENCY, COUNTRY, STATE, POSTAL_CODE);

    FieldType(String description) {
        this.description = description;
    }

    /** Whether an import may go on without a value of this type that it cannot read. */
    public boolean isPart() {
        return PARTS.contains(this);
    }
}
