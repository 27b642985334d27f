package org.nowrongdoor.directory.disclosure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.record.HsdsShape;

/** What is told of a service before contact, next to its disclosures.
 *  @param conditions those that matter most to the client first
 *  @param ledBy {@code sex_worker}, {@code survivor} and {@code peer}
 *  @param contactPreference {@code public}, {@code introduction}, {@code partners_only} or {@code unknown}
 *  @param requiredDocuments papers to bring, in the provider's words
 *  @param translations by the code of their language; none once it is told in one language
 *  @param textsLang the language of {@code required_documents}, where it is not the one that was asked for */
@HsdsShape
public record BeforeContact(
        List<StatedCondition> conditions,
        Cost cost,
        List<String> ledBy,
        String contactPreference,
        List<String> requiredDocuments,
        Map<String, Translation> translations,
        Map<String, String> textsLang) {

    private static final Set<String> ASKS_FIRST = Set.of("introduction", "partners_only");

    /** What it costs.
     *  @param code {@code free}, {@code sliding}, {@code fixed}, {@code rent_share} or {@code unknown}
     *  @param text one sentence of ours, then the provider's words
     *  @param asStated the provider's words; null where there are none
     *  @param textsLang the language of {@code text}, where it is not the one that was asked for */
    @HsdsShape
    @Schema(name = "ServiceCost")
    public record Cost(String code, String text, @Nullable String asStated, Map<String, String> textsLang) {}

    /** The words of the record in another language.
     *  @param cost what is said of the cost; null where that is not translated
     *  @param requiredDocuments all of the papers; empty where one of them is not translated */
    @HsdsShape
    public record Translation(@Nullable String cost, List<String> requiredDocuments) {}

    /** The conditions that are asked of a client, each with the first words about it. */
    public Map<String, Optional<String>> demands() {
        var demands = new LinkedHashMap<String, Optional<String>>();
        for (var condition : conditions) {
            if ("yes".equals(condition.value().textValue())) {
                demands.putIfAbsent(condition.code(), Optional.ofNullable(condition.asStated()));
            }
        }
        return demands;
    }

    /** Whether the provider wants to be asked before anyone makes contact. */
    public boolean asksFirst() {
        return asksFirst(contactPreference);
    }

    /** Whether a preference means that the provider wants to be asked first.
     *  @param preference null where it is not told */
    public static boolean asksFirst(@Nullable String preference) {
        return preference != null && ASKS_FIRST.contains(preference);
    }
}
