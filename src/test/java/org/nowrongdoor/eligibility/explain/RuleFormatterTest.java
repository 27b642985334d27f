package org.nowrongdoor.eligibility.explain;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.EligibilityForTests.client;
import static org.nowrongdoor.support.EligibilityForTests.terms;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.eligibility.rule.AttributeKind;
import org.nowrongdoor.eligibility.rule.ClientAttribute;
import org.nowrongdoor.support.EligibilityForTests;

/** Every rule that can be written is said in a whole sentence, in both languages. */
class RuleFormatterTest {

    private static Stream<String> tests(ClientAttribute attribute) {
        var words = attribute.entry().vocabulary().words().keySet().stream()
                .flatMap(word -> Stream.of("'in':['" + word + "']", "'not_in':['" + word + "']"));
        return switch (attribute.kind()) {
            case NUMBER -> Stream.of("'min':1", "'max':9", "'min':0,'max':9", "'min':1,'max':9");
            case CHILDREN -> Stream.of("'min':1", "'max':9", "'min':1,'max':9", "'is':true", "'is':false");
            case WORD -> words;
            case WORDS, YES_NO_OR_WORDS -> Stream.concat(words, Stream.of("'is':true", "'is':false"));
            case YES_NO -> Stream.of("'is':true", "'is':false");
            case LANGUAGES -> Stream.of("'in':['es']", "'not_in':['es']");
            case REGION -> Stream.of("'in':['us']", "'not_in':['MN']");
            case TEXT -> Stream.of();
        };
    }

    private static Stream<String> rules() {
        return Stream.of(ClientAttribute.values())
                .filter(attribute -> attribute.kind() != AttributeKind.TEXT)
                .flatMap(attribute -> tests(attribute)
                        .map(test -> "{'attribute':'" + attribute.code() + "'," + test)
                        .flatMap(leaf -> Stream.of(
                                leaf + "}",
                                "{'not':" + leaf + "}}",
                                leaf + ",'strength':'priority'}",
                                leaf + ",'strength':'discretion'}")));
    }

    @Test
    void everyTestOfEveryAttributeIsAWholeSentence() {
        for (var lang : new String[] {"en", "es"}) {
            rules().forEach(rule -> new MatchBuilder(EligibilityForTests.REGIONS)
                    .match(terms(rule), client("{}"), Locale.forLanguageTag(lang))
                    .reasons()
                    .forEach(reason ->
                            assertTrue(reason.text().matches("\\p{Lu}[^{}_]*\\."), rule + ": " + reason.text())));
        }
    }

    @Test
    void peopleOfAllAgesStandBehindNobody() {
        for (var strength : new String[] {"hard", "priority", "preference"}) {
            var rule = "{'attribute':'age','min':0,'strength':'" + strength + "'}";
            var text = new MatchBuilder(EligibilityForTests.REGIONS)
                    .match(terms(rule), client("{}"), Locale.ENGLISH)
                    .reasons()
                    .get(0)
                    .text();
            assertTrue(text.startsWith("This place is for people of all ages."), text);
        }
    }

    @Test
    void everyWordOfAChildIsSaid() {
        for (var word : ClientAttribute.GENDER.entry().vocabulary().words().keySet()) {
            var rule = "{'every_child':{'attribute':'gender','in':['" + word + "']}}";
            var text = new MatchBuilder(EligibilityForTests.REGIONS)
                    .match(terms(rule), client("{}"), Locale.ENGLISH)
                    .reasons()
                    .get(0)
                    .text();
            assertTrue(text.matches("Each child has to fit this: a [^_]*"), text);
        }
    }
}
