package org.nowrongdoor.eligibility.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.EligibilityForTests.client;
import static org.nowrongdoor.support.EligibilityForTests.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nowrongdoor.eligibility.explain.MatchBuilder;
import org.nowrongdoor.eligibility.rule.ClientAttribute;
import org.nowrongdoor.eligibility.rule.RuleJsonMapper;
import org.nowrongdoor.problem.Fault;
import org.nowrongdoor.support.EligibilityForTests;
import org.nowrongdoor.support.RandomJson;

class ClientReaderTest {

    private final ClientReader reader = new ClientReader(EligibilityForTests.REGIONS);

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'age': -3} | /age | age must be 0 to 130, was -3",
                "{'age': 24.5} | /age | whole number",
                "{'age': '24'} | /age | without quotes",
                "{'age': true} | /age | must be a number",
                "{'age': 1e999} | /age | must be 0 to 130",
                "{'age': {'min': 24, 'max': 18}} | /age | upside down: min is 24, max is 18; swap them",
                "{'age': {'min': -1}} | /age/min | must be 0 to 130, was -1",
                "{'age': {'from': 18}} | /age/from | is not known",
                "{'age': {}} | /age | a band needs min, max or both",
                "{'agee': 24} | /agee | did you mean age?",
                "{'survivor-of': []} | /survivor-of | did you mean survivor_of?",
                "{'a/b': 1} | /a~1b | is not known",
                "{'gender': 'female'} | /gender | Known are woman, man",
                "{'gender': ['woman']} | /gender | must be a text, was a list",
                "{'gender': 'trans-woman'} | /gender | did you mean trans_woman?",
                "{'pets': ['dog', 'catt']} | /pets/1 | did you mean cat?",
                "{'pets': ['none']} | /pets/0 | Leave the list empty",
                "{'id': ['none', 'photo']} | /id | stands beside other values",
                "{'pregnant': 'yes'} | /pregnant | must be true, false or \"prefer_not_to_say\", was \"yes\"",
                "{'residence': 'Hennepin'} | /residence | 27053 (county)",
                "{'languages': ['Spansh']} | /languages/0 | did you mean \"Spanish\"?",
                "{'children': {'age': 4}} | /children | must be a list",
                "{'children': [4]} | /children/0 | must be an object",
                "{'children': [{'age': 4, 'name': 'x'}]} | /children/0/name | Known are age, gender",
                "{'children': [{'age': -1}]} | /children/0/age | must be 0 to 130, was -1",
                "{'pronouns': 7} | /pronouns | must be a text",
                "[] | `` | must be an object"
            })
    void aSlipHasAPlaceAndARemedy(String client, String pointer, String detail) {
        List<Fault> faults = reader.read(json(client), "/client").faults();
        assertEquals(1, faults.size(), () -> EligibilityForTests.details(faults));
        assertEquals("/client" + pointer, faults.get(0).pointer());
        assertTrue(faults.get(0).detail().contains(detail), () -> EligibilityForTests.details(faults));
    }

    @Test
    void everySlipIsNamedAtOnce() {
        assertEquals(
                3,
                reader.read(json("{'age': -3, 'gendr': 'x', 'children': [{'age': 'x'}]}"), "")
                        .faults()
                        .size());
    }

    @Test
    void everythingIsOptional() {
        assertTrue(reader.read(NullNode.instance, "").profile().saysNothing());
        assertTrue(reader.read(MissingNode.getInstance(), "").profile().saysNothing());
        assertTrue(client("{'age': null}").saysNothing());
    }

    @Test
    void everyAttributeMayBeWithheld() {
        for (ClientAttribute attribute : ClientAttribute.values()) {
            assertEquals(
                    Set.of(attribute),
                    client("{'" + attribute.code() + "': 'prefer_not_to_say'}").answered());
        }
        assertEquals(
                new Answer.Withheld(), client("{'pets': ['prefer_not_to_say']}").answer(ClientAttribute.PETS));
    }

    @Test
    void aListMayBeOneWord() {
        assertEquals(client("{'id': ['none']}"), client("{'id': 'none'}"));
        assertEquals(client("{'id': []}"), client("{'id': 'none'}"));
        assertEquals(client("{'disability': false}"), client("{'disability': 'none'}"));
        assertEquals(client("{'criminal_record': true}"), client("{'criminal_record': 'any'}"));
    }

    @Test
    void pronounsAreReadAndDropped() {
        assertEquals(ClientProfile.EMPTY, client("{'pronouns': 'they/them'}"));
    }

    @Property(tries = 10_000)
    void whateverComesIsReadOrNamed(@ForAll("anything") JsonNode node) {
        ClientReadResult reading = reader.read(node, "");
        if (reading.faults().isEmpty()) {
            EligibilityForTests.file("published-rules.json")
                    .forEach(rule -> new MatchBuilder(EligibilityForTests.REGIONS)
                            .match(ServiceTerms.of(RuleJsonMapper.read(rule)), reading.profile(), Locale.ENGLISH));
        }
    }

    @Provide
    Arbitrary<JsonNode> anything() {
        return Arbitraries.randomValue(random -> RandomJson.node(random, 4, NAMES));
    }

    private static final List<String> NAMES = List.of(
            "age",
            "gender",
            "children",
            "pets",
            "residence",
            "id",
            "pregnant",
            "languages",
            "min",
            "max",
            "pronouns",
            "disability");

    @Test
    void noTextOfAProfileShowsWhatWasSaid() {
        ClientProfile profile = client("{'age': 29, 'gender': 'trans_woman', 'pets': ['dog'], 'pregnant': true,"
                + " 'residence': '27053', 'children': [{'age': 4}], 'hiv_status': 'prefer_not_to_say'}");
        StringBuilder texts = new StringBuilder(profile.toString());
        for (ClientAttribute attribute : profile.answered()) {
            texts.append(profile.answer(attribute));
        }
        assertEquals("ClientProfile", profile.toString());
        assertTrue(texts.toString().matches("[A-Za-z\\[\\]]+"), texts.toString());
        assertEquals("ClientReading", reader.read(json("{'age': 29}"), "").toString());
    }

    @Test
    void noSerializerFindsWhatWasSaid() throws JsonProcessingException {
        ClientProfile profile = client("{'age': 29, 'gender': 'trans_woman'}");
        ObjectMapper lenient = new ObjectMapper().disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);
        assertEquals("{}", lenient.writeValueAsString(profile));
    }
}
