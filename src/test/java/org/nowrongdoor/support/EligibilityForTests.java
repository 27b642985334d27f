package org.nowrongdoor.support;

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
import org.nowrongdoor.eligibility.evaluate.ClientProfile;
import org.nowrongdoor.eligibility.evaluate.ClientReadResult;
import org.nowrongdoor.eligibility.evaluate.ClientReader;
import org.nowrongdoor.eligibility.evaluate.RuleEvaluator;
import org.nowrongdoor.eligibility.evaluate.ServiceTerms;
import org.nowrongdoor.eligibility.evaluate.Verdict;
import org.nowrongdoor.eligibility.explain.Match;
import org.nowrongdoor.eligibility.explain.MatchBuilder;
import org.nowrongdoor.eligibility.rule.FactCode;
import org.nowrongdoor.eligibility.rule.Kleene;
import org.nowrongdoor.eligibility.rule.RegionContainment;
import org.nowrongdoor.eligibility.rule.Rule;
import org.nowrongdoor.eligibility.rule.RuleChecker;
import org.nowrongdoor.eligibility.rule.RuleJsonMapper;
import org.nowrongdoor.problem.Fault;
import org.nowrongdoor.text.WireName;

/** What a test needs at hand: JSON with single quotes, clients, rules and the answers about them. */
public final class EligibilityForTests {

    public static final RegionContainment REGIONS = new SmallGazetteer();
    public static final ObjectMapper JSON = new ObjectMapper();

    private EligibilityForTests() {}

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonNode file(String name) {
        try (InputStream in = EligibilityForTests.class.getResourceAsStream("/eligibility/" + name)) {
            return JSON.readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ClientProfile client(String text) {
        ClientReadResult reading = new ClientReader(REGIONS).read(json(text), "/client");
        if (!reading.faults().isEmpty()) {
            throw new IllegalArgumentException(details(reading.faults()));
        }
        return reading.profile();
    }

    public static Rule rule(String text) {
        return rule(json(text));
    }

    public static Rule rule(JsonNode node) {
        List<Fault> faults = new RuleChecker(REGIONS).check(node, "");
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(details(faults));
        }
        return RuleJsonMapper.read(node);
    }

    public static ServiceTerms terms(String rule) {
        return ServiceTerms.of(rule(rule));
    }

    public static ServiceTerms scenario(String id) {
        JsonNode node = file("scenario-services.json").required(id);
        Map<FactCode, String> facts = new EnumMap<>(FactCode.class);
        node.required("facts")
                .properties()
                .forEach(fact -> facts.put(
                        FactCode.find(fact.getKey()).orElseThrow(),
                        fact.getValue().asText()));
        return new ServiceTerms(rule(node.required("eligibility")), facts);
    }

    public static ServiceTerms published(String name) {
        return ServiceTerms.of(rule(file("published-rules.json").required(name)));
    }

    public static Match match(ServiceTerms terms, String client) {
        return new MatchBuilder(REGIONS).match(terms, client(client), Locale.ENGLISH);
    }

    public static Verdict verdict(ServiceTerms terms, String client) {
        return new RuleEvaluator(REGIONS).verdict(terms, client(client));
    }

    /** The reasons of one outcome, as "attribute" or "attribute by whom". */
    public static List<String> reasons(Match match, Kleene outcome) {
        return match.reasons().stream()
                .filter(reason -> reason.outcome() == outcome)
                .map(reason -> reason.attribute()
                        + (reason.unknownTo() == null ? "" : " " + WireName.snakeCase(reason.unknownTo())))
                .toList();
    }

    public static List<String> asked(Match match) {
        return match.questions().stream()
                .map(question -> question.attribute() + " " + WireName.snakeCase(question.ask()))
                .toList();
    }

    public static String details(List<Fault> faults) {
        return faults.stream()
                .map(fault -> fault.pointer() + ": " + fault.detail())
                .collect(Collectors.joining("\n"));
    }
}
