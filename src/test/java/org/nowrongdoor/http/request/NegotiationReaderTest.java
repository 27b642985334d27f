package org.nowrongdoor.http.request;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NegotiationReaderTest {

    private static final List<String> OFFERS = List.of("application/json", "text/csv", "application/x-ndjson");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            quoteCharacter = '\u0001',
            value = {
                "none | application/json",
                "*/* | application/json",
                "* | application/json",
                "application/* | application/json",
                "application/json; charset=utf-8 | application/json",
                "application/json;charset=\"a,b\";q=0.5, text/csv;q=0.4 | application/json",
                "text/csv; header=present | text/csv",
                "TEXT/CSV | text/csv",
                "text/csv;q=0.5, application/json;q=0.4 | text/csv",
                "text/csv;Q=0.5, application/json;q=0.6 | application/json",
                "application/x-ndjson, application/json | application/x-ndjson",
                "application/json, application/x-ndjson | application/json",
                "*/*, text/csv | text/csv",
                "text/html, */*;q=0.8 | application/json",
                "application/json;q=0, */* | text/csv",
                "application/json;q=0.0, application/*;q=0.1 | application/x-ndjson",
                "application/*;q=0, */*;q=0.1 | text/csv",
                "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2 | application/json",
                "garbage | application/json",
                ",, ,; | application/json",
                "text csv, text/csv | text/csv",
                "*/json, text/csv;q=0.1 | text/csv",
                "application/json;q=high, text/csv;q=0.1 | text/csv",
                "application/json;q=2, text/csv;q=0.1 | text/csv",
                "application/json;q=-1, text/csv;q=0.1 | text/csv",
                "text/html | none",
                "text/* ;q=0 | none",
                "*/*;q=0 | none",
                "application/ld+json | none",
                "application/jsonp | none"
            })
    void acceptIsReadInOneWay(@Nullable String accept, @Nullable String chosen) {
        assertEquals(Optional.ofNullable(chosen), NegotiationReader.mediaType(accept, OFFERS), accept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none | en",
                "es | es",
                "es-MX | es",
                "ES-419,en;q=0.9 | es",
                "en-US,es;q=0.9 | en",
                "fr-CA, es;q=0.2, en;q=0.1 | es",
                "fr | en",
                "* | en",
                "fr, *;q=0.1 | en",
                "en;q=0, * | es",
                "es;q=0 | en",
                "est | en",
                "es;q=x, en;q=0.1 | en",
                "(es) | en"
            })
    void acceptLanguageChoosesOneOfOurs(@Nullable String header, String language) {
        assertEquals(language, NegotiationReader.language(header), header);
    }

    @ParameterizedTest
    @CsvSource({
        "es-MX, es",
        "ES, es",
        "es_US, es",
        "en-GB, en",
        "fr, fr",
        "es-, es-",
        "esp, esp",
        "'', ''",
        "english, english"
    })
    void aLanguageThatIsNamedComesBeforeTheHeader(String named, String language) {
        assertEquals(language, NegotiationReader.language(named, "es"), named);
    }

    @Test
    void theHeaderChoosesWhereNoLanguageIsNamed() {
        assertEquals("es", NegotiationReader.language(null, "es-MX, en;q=0.5"));
        assertEquals("es", NegotiationReader.pageLanguage("es-MX", "en"));
        assertEquals("es", NegotiationReader.pageLanguage("fr", "es-MX, en;q=0.5"));
        assertEquals("en", NegotiationReader.pageLanguage(null, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            quoteCharacter = '\u0001',
            value = {
                "none | none",
                " | none",
                "gzip | gzip",
                "x-gzip | gzip",
                "deflate, gzip, br, zstd | gzip",
                "gzip;q=0.1, deflate | deflate",
                "br | none",
                "identity | none",
                "identity, gzip;q=0.5 | none",
                "gzip;q=0 | none",
                "gzip;q=0, * | deflate",
                "* | gzip",
                "*;q=0 | none",
                "gzip;q=1.0, identity; q=0.5, *;q=0 | gzip"
            })
    void aCodingIsChosenThatWeCanMake(@Nullable String header, @Nullable String coding) {
        assertEquals(Optional.ofNullable(coding), NegotiationReader.coding(header), header);
    }

    @Test
    void whatCanBeReadGoesOn() {
        assertEquals(
                Optional.of("text/html;q=1.0, */*;q=0.2"),
                NegotiationReader.readable("text/html;level=1, *;q=.2, nonsense, a/b/c"));
        assertEquals(Optional.empty(), NegotiationReader.readable("nonsense"));
        assertEquals(Optional.empty(), NegotiationReader.readable(null));
    }
}
