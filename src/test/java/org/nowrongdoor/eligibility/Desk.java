package org.nowrongdoor.eligibility;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.nowrongdoor.problem.Fault;

/** What a test needs at hand: JSON with single quotes, clients, rules and the answers about them. */
final class Desk {

    static final Regions REGIONS = new SmallGazetteer();
    static final ObjectMapper JSON = new ObjectMapper();

    private Desk() {}

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode file(String name) {
        try (InputStream in = Desk.class.getResourceAsStream("/eligibility/" + name)) {
            return JSON.readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ClientProfile client(String text) {
        ClientReading reading = new ClientReader(REGIONS).read(json(text), "/client");
        if (!reading.faults().isEmpty()) {
            throw new IllegalArgumentException(details(reading.faults()));
        }
        return reading.profile();
    }

    static Rule rule(String text) {
        return rule(json(text));
    }

    static Rule rule(JsonNode node) {
        List<Fault> faults = new RuleCheck(REGIONS).check(node, "");
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(details(faults));
        }
        return RuleJson.read(node);
    }

    static ServiceTerms terms(String rule) {
        return ServiceTerms.of(rule(rule));
    }

    static ServiceTerms scenario(String id) {
        JsonNode node = file("scenario-services.json").required(id);
        Map<FactCode, String> facts = new EnumMap<>(FactCode.class);
        node.required("facts")
                .properties()
                .forEach(fact -> facts.put(
                        FactCode.find(fact.getKey()).orElseThrow(),
                        fact.getValue().asText()));
        return new ServiceTerms(rule(node.required("eligibility")), facts);
    }

    static ServiceTerms published(String name) {
        return ServiceTerms.of(rule(file("published-rules.json").required(name)));
    }

    static Match match(ServiceTerms terms, String client) {
        return new Explanation(REGIONS).match(terms, client(client), Locale.ENGLISH);
    }

    static Verdict verdict(ServiceTerms terms, String client) {
        return new Evaluation(REGIONS).verdict(terms, client(client));
    }

    /** The reasons of one outcome, as "attribute" or "attribute by whom". */
    static List<String> reasons(Match match, Kleene outcome) {
        return match.reasons().stream()
                .filter(reason -> reason.outcome() == outcome)
                .map(reason -> reason.attribute()
                        + (reason.unknownTo() == null ? "" : " " + LeafJson.code(reason.unknownTo())))
                .toList();
    }

    static List<String> asked(Match match) {
        return match.questions().stream()
                .map(question -> question.attribute() + " " + LeafJson.code(question.ask()))
                .toList();
    }

    static String details(List<Fault> faults) {
        return faults.stream()
                .map(fault -> fault.pointer() + ": " + fault.detail())
                .collect(Collectors.joining("\n"));
    }
}
