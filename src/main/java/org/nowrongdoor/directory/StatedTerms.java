package org.nowrongdoor.directory;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.nowrongdoor.eligibility.rule.FactCode;
import org.nowrongdoor.eligibility.rule.Kleene;
import org.nowrongdoor.eligibility.rule.RegionContainment;
import org.nowrongdoor.eligibility.rule.RuleChecker;
import org.nowrongdoor.problem.Fault;

/** What a service may state about whom it is for, checked before it is stored: its rule and its facts. */
@Singleton
public class StatedTerms {

    private static final List<String> FACT_CODES =
            Stream.of(FactCode.values()).map(FactCode::code).toList();
    // 100, 200 and 2,000: ten times what any source that was read says; every hit shows them.
    private static final int MOST_ITEMS = 100;
    private static final int LONGEST_ITEM = 200;
    private static final int LONGEST_TEXT = 2_000;
    private static final String LIST_BOUND =
            "must be at most " + MOST_ITEMS + " texts of at most " + LONGEST_ITEM + " characters, or unknown";

    private final RuleChecker ruleCheck;

    StatedTerms(Instance<RegionContainment> regions) {
        ruleCheck = new RuleChecker(regions.isResolvable() ? regions.get() : new LooksLikeRegion());
    }

    /** Every fault of an eligibility rule.
     *  @param pointer where the rule stands */
    public List<Fault> ruleFaults(JsonNode rule, String pointer) {
        return ruleCheck.check(rule, pointer).stream()
                .map(fault -> new Fault(fault.pointer(), fault.detail()))
                .toList();
    }

    /** Every fact there is. */
    public Collection<String> factCodes() {
        return FACT_CODES;
    }

    /** The bound that the value of a known fact breaks; empty for a good value. */
    public Optional<String> factFault(String code, JsonNode value) {
        var fact = FactCode.find(code).orElseThrow();
        if (value.isTextual() && value.textValue().equals(FactCode.UNKNOWN)) {
            return Optional.empty();
        }
        return switch (fact.kind()) {
            case YES_NO, WORD -> {
                var words = fact.entry().values().keySet();
                yield value.isTextual() && words.contains(value.textValue())
                        ? Optional.empty()
                        : Optional.of("must be one of " + String.join(", ", words));
            }
            case STAY ->
                isStay(value)
                        ? Optional.empty()
                        : Optional.of("must be a number of 0 or more, {\"at_least\": number}, no_limit, or unknown");
            case TEXT ->
                isText(value, LONGEST_TEXT)
                        ? Optional.empty()
                        : Optional.of("must be text of at most " + LONGEST_TEXT + " characters, or unknown");
            case LIST -> isListOfTexts(value) ? Optional.empty() : Optional.of(LIST_BOUND);
            case WORDS ->
                isListOfTexts(value) && areWordsOf(fact, value)
                        ? Optional.empty()
                        : Optional.of("must be a list of "
                                + String.join(", ", fact.entry().values().keySet()) + ", or unknown");
        };
    }

    private static boolean isStay(JsonNode value) {
        if (value.isObject()) {
            return value.size() == 1 && isDays(value.path(FactCode.AT_LEAST));
        }
        return isDays(value) || FactCode.NO_LIMIT.equals(value.textValue());
    }

    private static boolean isDays(JsonNode value) {
        return value.isNumber() && value.decimalValue().signum() >= 0;
    }

    private static boolean areWordsOf(FactCode fact, JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .allMatch(word -> fact.entry().values().containsKey(word.textValue()));
    }

    private static boolean isText(JsonNode value, int longest) {
        return value.isTextual()
                && !value.textValue().isBlank()
                && value.textValue().length() <= longest;
    }

    private static boolean isListOfTexts(JsonNode value) {
        if (!value.isArray() || value.size() > MOST_ITEMS) {
            return false;
        }
        for (var item : value) {
            if (!isText(item, LONGEST_ITEM)) {
                return false;
            }
        }
        return true;
    }

    /** Stands in where no gazetteer is at hand: an id of the right shape is taken as known. */
    private static final class LooksLikeRegion implements RegionContainment {

        private static final Pattern ID = Pattern.compile("us|[A-Z]{2}|\\d{5}|[A-Z]{2}/[a-z0-9-]+");

        @Override
        public boolean knows(String regionId) {
            return ID.matcher(regionId).matches();
        }

        @Override
        public Kleene lies(String regionId, String insideId) {
            return Kleene.UNKNOWN;
        }

        @Override
        public String name(String regionId, Locale locale) {
            return regionId;
        }
    }
}
