package org.nowrongdoor.http.request;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a client wants an answer to be like, chosen from what there is: the one reader of the headers of negotiation.
 *  @see "RFC 9110, 12.5" */
public final class NegotiationReader {

    /** The languages in which the server speaks, the usual one first. */
    public static final List<String> LANGUAGES = List.of("en", "es");

    private static final String ANYTHING = "*";
    private static final String IDENTITY = "identity";

    // What the server can make of an answer, the better known one first; as it is comes last of what is liked alike.
    private static final List<String> CODINGS = List.of("gzip", "deflate", IDENTITY);

    // A type, a type with any subtype, or anything; Java of old writes a bare star for it.
    private static final Pattern MEDIA_RANGE = Pattern.compile("\\*(?:/\\*)?|[^*/]+/(?:[^*/]+|\\*)");
    private static final Pattern LANGUAGE_TAG = Pattern.compile("[A-Za-z]{1,8}(?:[-_][A-Za-z0-9]{1,8})*");

    private NegotiationReader() {}

    /** The media type for a value of {@code Accept}; empty when none will do.
     *  @param offers types without parameters, the usual one first */
    public static Optional<String> mediaType(@Nullable String accept, List<String> offers) {
        return WeightedRange.best(mediaRanges(accept), offers, NegotiationReader::mediaFit);
    }

    /** {@code Accept} with what can be read of it; empty when that is nothing. */
    public static Optional<String> readable(@Nullable String accept) {
        var ranges = mediaRanges(accept);
        var texts = ranges.stream()
                .map(range -> (range.value().equals(ANYTHING) ? "*/*" : range.value()) + ";q=" + range.weight())
                .toList();
        return texts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", texts));
    }

    /** The language for a value of {@code Accept-Language}; the usual one when none of ours is named. */
    public static String language(@Nullable String acceptLanguage) {
        return WeightedRange.best(
                        WeightedRange.listOf(acceptLanguage),
                        LANGUAGES,
                        (range, language) ->
                                range.equals(ANYTHING) ? 0 : primary(range).equals(language) ? 1 : -1)
                .orElse(LANGUAGES.get(0));
    }

    /** The language that a parameter names, {@code es} for {@code es-MX}; where it is left out, the one for a value of
     *  {@code Accept-Language}.
     *  @return the parameter as it is where it names none of ours: it is refused later, by name */
    public static String language(@Nullable String named, @Nullable String acceptLanguage) {
        if (named == null) {
            return language(acceptLanguage);
        }
        return LANGUAGE_TAG.matcher(named).matches() && LANGUAGES.contains(primary(named.toLowerCase(Locale.ROOT)))
                ? primary(named.toLowerCase(Locale.ROOT))
                : named;
    }

    /** The language of a page, whose links name it: a name of no language of ours is passed over. */
    public static String pageLanguage(@Nullable String named, @Nullable String acceptLanguage) {
        var language = language(named, acceptLanguage);
        return LANGUAGES.contains(language) ? language : language(acceptLanguage);
    }

    /** The coding for a value of {@code Accept-Encoding}; empty when the answer goes as it is. */
    public static Optional<String> coding(@Nullable String acceptEncoding) {
        if (acceptEncoding == null) {
            return Optional.empty();
        }
        // Of codings liked alike ours decides, not the order in which they are named.
        var asked = WeightedRange.listOf(acceptEncoding).stream()
                .sorted(Comparator.comparingInt(coding -> CODINGS.indexOf(coding.value())))
                .toList();
        return WeightedRange.best(asked, CODINGS, NegotiationReader::codingFit)
                .filter(coding -> !asked.isEmpty() && !coding.equals(IDENTITY));
    }

    private static List<WeightedRange> mediaRanges(@Nullable String accept) {
        return WeightedRange.listOf(accept).stream()
                .filter(range -> MEDIA_RANGE.matcher(range.value()).matches())
                .toList();
    }

    private static int mediaFit(String range, String type) {
        if (range.equals(type)) {
            return 2;
        }
        if (range.endsWith("/*") && type.startsWith(range.substring(0, range.length() - 1))) {
            return 1;
        }
        return range.equals(ANYTHING) || range.equals("*/*") ? 0 : -1;
    }

    private static int codingFit(String range, String coding) {
        if (range.equals(coding) || range.equals("x-" + coding)) {
            return 1;
        }
        return range.equals(ANYTHING) && !coding.equals(IDENTITY) ? 0 : -1;
    }

    private static String primary(String tag) {
        return tag.split("[-_]", 2)[0];
    }
}
