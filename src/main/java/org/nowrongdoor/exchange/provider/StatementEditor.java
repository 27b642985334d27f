package org.nowrongdoor.exchange.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.StatedTerms;
import org.nowrongdoor.exchange.intake.StatementKeeper;
import org.nowrongdoor.problem.Fault;
import org.nowrongdoor.problem.NearestName;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;

/** What a provider states of itself by its link. It stands next to what sources say, never over it, and expires. */
@Singleton
class StatementEditor {

    // A year: as long as a record counts as verified.
    private static final int GOOD_YEARS = 1;
    // 3: edits of one entry that meet are over in milliseconds.
    private static final int TRIES = 3;

    private final ProviderEditor desk;
    private final StatedTerms terms;
    private final Clock clock;

    StatementEditor(ProviderEditor desk, StatedTerms terms, Clock clock) {
        this.desk = desk;
        this.terms = terms;
        this.clock = clock;
    }

    StatementView get(String token) {
        return view(desk.get(token));
    }

    private static StatementView view(ProviderEditor.Own own) {
        var body = own.service().body();
        var facts = new LinkedHashMap<String, StatementView.Own>();
        var others = new LinkedHashMap<String, List<JsonNode>>();
        for (var fact : body.path("facts").properties()) {
            for (var statement : fact.getValue().path("statements")) {
                if (isOwn(statement)) {
                    facts.put(
                            fact.getKey(),
                            new StatementView.Own(
                                    statement.path("value"),
                                    statement.path("as_stated").textValue(),
                                    day(statement, "stated_on"),
                                    day(statement, "expires_on")));
                }
            }
            var sources = new ArrayList<JsonNode>();
            StatementKeeper.sources(fact.getValue()).forEach(sources::add);
            if (!sources.isEmpty()) {
                others.put(fact.getKey(), sources);
            }
        }
        return new StatementView(
                own.invitation().serviceId(),
                body.path("name").asText(),
                facts,
                others,
                StatementQuestions.GROUPS,
                own.invitation().expiresAt(),
                ProviderPage.regions(body));
    }

    /** Gives answers and takes answers back; those that are not named stay as they are.
     *  @param isAsShown whether the answers before are those that the provider was shown
     *  @throws ProblemException UNPROCESSABLE naming every answer that the catalogue of facts does not know, CONFLICT when
     *      the provider was shown others */
    void put(String token, Map<String, StatementView.@Nullable Given> answers, Predicate<StatementView> isAsShown) {
        check(answers);
        if (answers.isEmpty()) {
            desk.get(token);
            return;
        }
        for (var tries = 1; ; tries++) {
            var own = desk.get(token);
            if (!isAsShown.test(view(own))) {
                throw ProblemException.of(
                        ProblemKind.CONFLICT,
                        "these answers were changed after the page was opened; look at them again, then save");
            }
            try {
                desk.state(own, patch(own.service().body(), answers));
                return;
            } catch (ProblemException refused) {
                if (refused.kind() != ProblemKind.PRECONDITION_FAILED || tries == TRIES) {
                    throw refused;
                }
            }
        }
    }

    private void check(Map<String, StatementView.@Nullable Given> answers) {
        var faults = new ArrayList<Fault>();
        answers.forEach((code, given) -> {
            var pointer = "/facts/" + code;
            if (!terms.factCodes().contains(code)) {
                faults.add(new Fault(
                        pointer,
                        "is not a known fact"
                                + NearestName.nearest(code, terms.factCodes())
                                        .map(near -> "; did you mean " + near + "?")
                                        .orElse("")));
            } else if (given != null) {
                if (given.value() == null || given.value().isNull()) {
                    faults.add(new Fault(pointer + "/value", "must be given; null for the whole answer takes it back"));
                } else {
                    terms.factFault(code, given.value())
                            .ifPresent(bound -> faults.add(new Fault(pointer + "/value", bound)));
                }
            }
        });
        if (!faults.isEmpty()) {
            throw ProblemException.of(
                    ProblemKind.UNPROCESSABLE,
                    faults.get(0).pointer() + " " + faults.get(0).detail(),
                    faults);
        }
    }

    private ObjectNode patch(JsonNode service, Map<String, StatementView.@Nullable Given> answers) {
        var patch = JsonNodeFactory.instance.objectNode();
        var facts = patch.putObject("facts");
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        answers.forEach((code, given) -> {
            var before = service.path("facts").path(code);
            if (given == null && before.isMissingNode()) {
                return;
            }
            var fact = facts.putObject(code);
            var statements = StatementKeeper.sources(before);
            if (given != null) {
                var own = statements.addObject();
                own.set("value", given.value());
                if (given.asStated() != null && !given.asStated().isBlank()) {
                    own.put("as_stated", given.asStated().strip());
                }
                own.put("says", "provider");
                own.put("stated_on", today.toString());
                own.put("expires_on", today.plusYears(GOOD_YEARS).toString());
            }
            // What the statements come to is worked out wherever it is shown.
            if (statements.isEmpty() || before.isMissingNode()) {
                fact.set("value", given == null ? fact.textNode("unknown") : given.value());
            }
            fact.set("statements", statements);
        });
        return patch;
    }

    private static boolean isOwn(JsonNode statement) {
        return statement.path("says").asText().equals("provider");
    }

    private static @Nullable LocalDate day(JsonNode statement, String member) {
        var text = statement.path(member).textValue();
        return text == null ? null : LocalDate.parse(text);
    }
}
