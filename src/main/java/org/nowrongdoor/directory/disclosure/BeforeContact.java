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
 *  @param requiredDocuments papers to bring, in the provider's words */
@HsdsShape
public record BeforeContact(
        List<StatedCondition> conditions,
        Cost cost,
        List<String> ledBy,
        String contactPreference,
        List<String> requiredDocuments) {

    private static final Set<String> ASKS_FIRST = Set.of("introduction", "partners_only");

    /** What it costs.
     *  @param code {@code free}, {@code sliding}, {@code fixed}, {@code rent_share} or {@code unknown}
     *  @param text one sentence of ours, then the provider's words
     *  @param asStated the provider's words; null where there are none */
    @HsdsShape
    @Schema(name = "ServiceCost")
    public record Cost(String code, String text, @Nullable String asStated) {}

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
