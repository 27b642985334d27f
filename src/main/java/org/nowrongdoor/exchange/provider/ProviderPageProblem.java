package org.nowrongdoor.exchange.provider;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.nowrongdoor.problem.Fault;
import org.nowrongdoor.problem.ProblemException;

/** Why a provider's page changed nothing.
 *  @param fields which of the page's fields are to blame
 *  @param typed what was written, so that no one has to write it again */
public record ProviderPageProblem(String detail, List<String> fields, Map<String, String> typed) {

    static ProviderPageProblem of(ProblemException refused, MultivaluedMap<String, String> form) {
        var problem = refused.problem();
        var blamed = problem.errors().stream().map(Fault::pointer).toList();
        var typed = new HashMap<String, String>();
        for (var field : ProviderPage.FIELDS) {
            if (form.containsKey(field)) {
                typed.put(field, Objects.requireNonNullElse(form.getFirst(field), ""));
            }
        }
        var fields = ProviderPage.FIELDS.stream()
                .filter(field -> blamed.contains("/" + field))
                .toList();
        return new ProviderPageProblem(problem.detail(), fields, typed);
    }
}
