package org.nowrongdoor.directory.record;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.record.HsdsShape;
import org.nowrongdoor.http.record.Metadata;

/** A number by which a provider is reached.
 *  @param translations of what is said of it, by the code of their language
 *  @see "HSDS 3.2, phone" */
@HsdsShape
public record Phone(
        UUID id,
        @Nullable UUID locationId,
        @Nullable UUID serviceId,
        @Nullable UUID organizationId,
        @Nullable UUID contactId,
        @Nullable UUID serviceAtLocationId,
        String number,
        @Nullable BigDecimal extension,
        @Nullable String type,
        @Nullable String description,

        /** What a device dials or writes to; follows from the rest. */
        @Nullable String uri,

        List<Language> languages,
        List<Attribute> attributes,
        List<Metadata> metadata,
        Map<String, Translation> translations) {

    /** What is said of the number in another language. */
    @HsdsShape
    @Schema(name = "PhoneTranslation")
    public record Translation(@Nullable String description) {}

    /** What a number is for, whatever the case its type is written in. */
    public enum Use {
        VOICE,
        TEXT,
        FAX,
        PAGER,
        TTY,
        VIDEO;

        /** Whether a person answers there, by voice or in writing. */
        public boolean isAnswered() {
            return this != FAX && this != PAGER;
        }

        /** The use that a type names; a number whose type says nothing else is to be called. */
        public static Use of(@Nullable String type) {
            return switch (type == null ? "" : type.strip().toLowerCase(Locale.ROOT)) {
                case "text", "sms" -> TEXT;
                case "fax" -> FAX;
                case "pager" -> PAGER;
                case "tty", "tdd", "tty/tdd", "textphone" -> TTY;
                case "video", "videophone" -> VIDEO;
                default -> VOICE;
            };
        }
    }
}
