package org.nowrongdoor.http.parameter;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.nowrongdoor.problem.Fault;
import org.nowrongdoor.problem.NearestName;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;
import org.nowrongdoor.problem.QuotedValue;

/** Refuses what an endpoint would otherwise silently ignore: unknown, repeated and unreadable parameters. */
public class UnknownParameterFilter {

    // After the check of the key, whose priority is AUTHORIZATION (2000).
    static final int PRIORITY = 3000;

    private final Map<Method, List<DeclaredParameter>> declared = new ConcurrentHashMap<>();

    @ServerRequestFilter(priority = PRIORITY)
    public void check(ContainerRequestContext request, ResourceInfo resource) {
        var parameters = declared.computeIfAbsent(resource.getResourceMethod(), DeclaredParameter::of);
        var given = request.getUriInfo().getQueryParameters();
        var unknown = new ArrayList<Fault>();
        var invalid = new ArrayList<Fault>();
        given.forEach((name, values) -> parameters.stream()
                .filter(parameter -> parameter.answersTo(name))
                .findFirst()
                .ifPresentOrElse(
                        parameter -> values(parameter, name, values).ifPresent(invalid::add),
                        () -> unknown.add(unknown(name, parameters))));
        var inPath = request.getUriInfo().getPathParameters();
        parameters.stream()
                .filter(DeclaredParameter::inPath)
                .forEach(parameter -> values(
                                parameter, parameter.name(), inPath.getOrDefault(parameter.name(), List.of()))
                        .ifPresent(invalid::add));
        refuse(ProblemKind.UNKNOWN_FIELD, unknown);
        refuse(ProblemKind.INVALID_PARAMETER, invalid);
    }

    private static void refuse(ProblemKind kind, List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw ProblemException.of(
                    kind, String.join("; ", faults.stream().map(Fault::detail).toList()), faults);
        }
    }

    private static Fault unknown(String name, List<DeclaredParameter> parameters) {
        PersonalDataParameters.refuseInUrl(name);
        var known = parameters.stream()
                .filter(parameter -> !parameter.inPath())
                .map(DeclaredParameter::name)
                .toList();
        var shown = QuotedValue.of(name);
        return new Fault(name, shown + " is not a parameter here" + NearestName.hint(name, known));
    }

    private static Optional<Fault> values(DeclaredParameter parameter, String name, List<String> values) {
        if (values.size() > 1 && !parameter.many()) {
            return Optional.of(new Fault(name, name + " takes one value, was given " + values.size() + " times"));
        }
        for (var value : values) {
            var fault = TextValidator.faultInParameter(value);
            if (fault.isPresent()) {
                return Optional.of(new Fault(name, name + " " + fault.get()));
            }
        }
        return values.stream()
                .flatMap(value -> ParameterValidator.wantedInstead(parameter.type(), value).stream()
                        .map(wanted -> new Fault(name, name + " must be " + wanted + ", was " + QuotedValue.of(value))))
                .findFirst();
    }
}
