package org.nowrongdoor.search.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nowrongdoor.directory.record.Kind;
import org.nowrongdoor.eligibility.rule.Catalogue;
import org.nowrongdoor.eligibility.rule.FactEntry;
import org.nowrongdoor.search.index.Channels;
import org.nowrongdoor.search.model.HitService;
import org.nowrongdoor.search.model.SearchRequest;
import org.nowrongdoor.search.query.EligibilityFilter;
import org.nowrongdoor.search.query.FilterFactory;

/** Whatever an answer can name by a code has words in both languages. */
class DisplayNamesTest {

    /** What can be required but is counted under other names or under none. */
    private static final Set<String> NO_FILTERS = Set.of("facts", "kinds");

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void everythingThatCanBeRequiredHasAName(String lang) {
        var names = new DisplayNames(lang);
        var required = Arrays.stream(SearchRequest.Requirements.class.getRecordComponents())
                .map(part -> PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(part.getName()))
                .filter(by -> !NO_FILTERS.contains(by));
        var others = Stream.of(EligibilityFilter.NAME, FilterFactory.SEVERAL, FilterFactory.LAW_ENFORCEMENT);
        var facts = Catalogue.facts().stream().map(FactEntry::code);
        Stream.of(required, others, facts).flatMap(by -> by).forEach(by -> says(names.filter(by), by));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void everyKindChannelAndLeaderHasAName(String lang) {
        var names = new DisplayNames(lang);
        Arrays.stream(Kind.values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .forEach(kind -> says(names.kind(kind), kind));
        Channels.ALL.forEach(channel -> says(names.channel(channel), channel));
        List.of("sex_worker", "survivor", "peer").forEach(group -> says(names.ledBy(group), group));
    }

    private static void says(String words, String code) {
        assertFalse(words.isBlank(), code);
        assertFalse(words.contains("_"), words);
        assertNotEquals(code, words);
    }

    @Test
    void bothLanguagesHaveTheSameSentences() throws IOException {
        assertEquals(keys("en"), keys("es"));
    }

    private static List<String> keys(String lang) throws IOException {
        var sentences = new Properties();
        try (var stream = DisplayNames.class.getResourceAsStream("/search/spoken_" + lang + ".properties")) {
            sentences.load(stream);
        }
        var keys = new ArrayList<>(sentences.stringPropertyNames());
        keys.sort(null);
        return keys;
    }

    @Test
    void theNationHasItsNameInTheLanguageOfTheAnswer() {
        assertEquals("Estados Unidos", new DisplayNames("es").area("United States"));
        assertEquals("United States", new DisplayNames("en").area("United States"));
        assertEquals("Hennepin County, MN", new DisplayNames("es").area("Hennepin County, MN"));
    }

    @Test
    void aLanguageThatCannotBeReadIsSaidAsItStands() {
        var names = new DisplayNames("es");
        assertEquals("español", names.language(new HitService.SpokenLanguage("es-MX", "Spanish", null)));
        assertEquals("ask us", names.language(new HitService.SpokenLanguage("??", "ask us", null)));
        assertEquals("??", names.language(new HitService.SpokenLanguage("??", null, null)));
    }
}
