package org.nowrongdoor.search.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long and how many the parts of a question may be: in a body, in a URL and in the description of both. They are
 *  checked before anything of a question is read, so that a long one costs no more than a short one. */
public final class SearchLimits {

    /** The most characters of {@code q}, as it is sent and with compatibility characters written out. */
    public static final int Q_LENGTH = 500;

    /** The most characters of what is typed so far for a suggestion. */
    public static final int TYPED_LENGTH = 100;

    /** The most needs. */
    public static final int NEEDS = 20;

    /** The most characters of a need. */
    public static final int NEED_LENGTH = 100;

    /** The most characters of a place in words. */
    public static final int PLACE_LENGTH = 200;

    /** The most values of a list. */
    public static final int VALUES = 20;

    /** The most characters of a code, a name, a time or a cursor. */
    public static final int VALUE_LENGTH = 100;

    private final RequestFaults faults;

    private SearchLimits(RequestFaults faults) {
        this.faults = faults;
    }

    /** Refuses a question of which any part is too long.
     *  @throws org.nowrongdoor.problem.ProblemException INVALID_PARAMETER */
    public static void check(SearchRequest request) {
        var faults = new RequestFaults();
        new SearchLimits(faults).question(request);
        faults.throwIfAny();
    }

    /** Notes a text that is too long, or gets too long when signs that stand for several are written out. */
    public static void checkTyped(String pointer, @Nullable String text, int most, RequestFaults faults) {
        new SearchLimits(faults).words(pointer, text, most);
    }

    private void question(SearchRequest request) {
        words("/q", request.q(), Q_LENGTH);
        list("/needs", request.needs(), NEEDS, NEED_LENGTH);
        if (request.where() != null) {
            where(request.where());
        }
        if (request.require() != null) {
            require(request.require());
        }
        word("/unknowns", request.unknowns());
        word("/lens", request.lens());
        word("/sort", request.sort());
        word("/after", request.after());
        list("/facets", request.facets());
        word("/lang", request.lang());
    }

    private void where(SearchRequest.Location where) {
        word("/where/region", where.region());
        words("/where/place", where.place(), PLACE_LENGTH);
        word("/where/postal_code", where.postalCode());
    }

    private void require(SearchRequest.Requirements require) {
        list("/require/languages", require.languages());
        list("/require/channels", require.channels());
        word("/require/open_at", require.openAt());
        if (isShort("/require/facts", require.facts().size(), VALUES)) {
            require.facts().forEach(this::fact);
        }
        word("/require/law_enforcement_at_most", require.lawEnforcementAtMost());
        list("/require/led_by", require.ledBy());
        list("/require/kinds", require.kinds());
        list("/require/status", require.status());
    }

    private void fact(String code, JsonNode value) {
        var shown = "/require/facts/" + RequestFaults.shorten(code);
        word(shown, code);
        if (isShort(shown, value.size(), VALUES)) {
            word(shown, value.isTextual() ? value.textValue() : null);
            value.forEach(one -> word(shown, one.isTextual() ? one.textValue() : null));
        }
    }

    private void list(String pointer, List<String> values) {
        list(pointer, values, VALUES, VALUE_LENGTH);
    }

    private void list(String pointer, List<String> values, int most, int longest) {
        if (isShort(pointer, values.size(), most)) {
            for (var i = 0; i < values.size(); i++) {
                words(pointer + "/" + i, values.get(i), longest);
            }
        }
    }

    private boolean isShort(String pointer, int count, int most) {
        if (count > most) {
            faults.add(pointer, RequestFaults.name(pointer) + " must be at most " + most + ", were " + count);
        }
        return count <= most;
    }

    private void word(String pointer, @Nullable String value) {
        words(pointer, value, VALUE_LENGTH);
    }

    private void words(String pointer, @Nullable String text, int most) {
        if (text == null) {
            return;
        }
        if (text.length() > most) {
            tooLong(pointer, most, "had " + text.length());
            return;
        }
        // One Arabic sign may stand for eighteen letters, and some for a whole phrase.
        var writtenOut = Normalizer.normalize(text, Normalizer.Form.NFKC).length();
        if (writtenOut > most) {
            tooLong(pointer, most, "had " + writtenOut + " once signs that stand for several letters are written out");
        }
    }

    private void tooLong(String pointer, int most, String had) {
        var name = RequestFaults.name(pointer);
        var subject = name.matches("\\d{1,2}") ? "each of " + listOf(pointer) : name;
        faults.add(pointer, subject + " must have at most " + most + " characters, " + had);
    }

    private static String listOf(String pointer) {
        return RequestFaults.name(pointer.substring(0, pointer.lastIndexOf('/')));
    }
}
