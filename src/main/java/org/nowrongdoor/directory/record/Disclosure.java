package org.nowrongdoor.directory.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.record.HsdsShape;

/** What a person must hear before any way to reach the service is given to them.
 *  @param code law_enforcement, mandated_reporter, records_kept, immigration, custody, benefits or other
 *  @param derivedFrom the facts ({@code code=value}) and terms it was made of; empty where the service lists it itself.
 *      A record that is sent with such a disclosure is stored without it: it follows what it was made of
 *  @param translations of {@code text}, by the code of their language; told in its place, and left out of an answer in
 *      one language
 *  @param textsLang the language of {@code text} in an answer, where it is not the one that was asked for. Never stored */
@HsdsShape
public record Disclosure(
        String code,
        String text,
        @Nullable String asStated,
        @Nullable String sourceUrl,
        @Nullable LocalDate verifiedOn,
        List<String> derivedFrom,
        Map<String, Translation> translations,
        Map<String, String> textsLang) {

    /** What it says in another language. */
    @HsdsShape
    @Schema(name = "DisclosureTranslation")
    public record Translation(@Nullable String text) {}

    /** One in the language of the answer that it is made for. */
    public static Disclosure derived(String code, String text, List<String> derivedFrom) {
        return new Disclosure(code, text, null, null, null, derivedFrom, Map.of(), Map.of());
    }

    /** The same with another text.
     *  @param told in the language that was asked for, or else as it stands
     *  @param lang what was asked for */
    public Disclosure telling(ToldText told, String lang) {
        return new Disclosure(
                code,
                told.text(),
                asStated,
                sourceUrl,
                verifiedOn,
                derivedFrom,
                Map.of(),
                told.langUnder("text", lang));
    }
}
