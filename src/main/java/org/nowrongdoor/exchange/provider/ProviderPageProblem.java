package org.nowrongdoor.exchange.provider;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.problem.Fault;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;

/** Why a provider's page changed nothing.
 *  @param fields which of the page's fields are to blame
 *  @param typed what was written, so that no one has to write it again
 *  @param stale whether the entry is another than the one that the page showed */
public record ProviderPageProblem(String detail, List<String> fields, Map<String, String> typed, boolean stale) {

    static ProviderPageProblem of(ProblemException refused, MultivaluedMap<String, String> form) {
        var problem = refused.problem();
        var blamed = problem.errors().stream().map(Fault::pointer).toList();
        var typed = new HashMap<String, String>();
        for (var field : ProviderPage.FIELDS) {
            if (form.containsKey(field)
                    && seen(form, field)
                            .map(text -> isChanged(form, field, text))
                            .orElse(true)) {
                typed.put(field, Objects.requireNonNullElse(form.getFirst(field), ""));
            }
        }
        var fields = ProviderPage.FIELDS.stream()
                .filter(field -> blamed.contains("/" + field))
                .toList();
        var isStale = refused.kind() == ProblemKind.PRECONDITION_FAILED;
        return new ProviderPageProblem(problem.detail(), fields, typed, isStale);
    }

    /** What stood in a field when the page was shown; empty when the form does not tell. */
    static Optional<String> seen(MultivaluedMap<String, String> form, String field) {
        return Optional.ofNullable(form.getFirst(ProviderPage.SEEN + field));
    }

    /** Whether the provider wrote something else into a field than what stood there. */
    static boolean isChanged(MultivaluedMap<String, String> form, String field, String seen) {
        return form.containsKey(field) && !plain(form.getFirst(field)).equals(plain(seen));
    }

    /** A text without what browsers make of its lines. */
    static String plain(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").replace("\r\n", "\n").strip();
    }
}
