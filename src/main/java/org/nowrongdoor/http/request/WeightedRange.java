package org.nowrongdoor.http.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntBiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One of the ranges that a header of negotiation lists, in lower case and without parameters.
 *  @param weight 0 for what is refused, 1 for what is liked best
 *  @see "RFC 9110, 12.4 and 12.5" */
public record WeightedRange(String value, double weight) {

    private static final Pattern VALUE =
            Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+(?:/[!#$%&'*+.^_`|~0-9A-Za-z-]+)?");

    // A nought that is left out is what some clients send.
    private static final Pattern WEIGHT = Pattern.compile("(?:0?\\.\\d{1,9}|0(?:\\.0*)?|1(?:\\.0{0,9})?)");

    private static final int NO_MATCH = -1;

    /** The values of a header that can be read, in order. What cannot be read is passed over, and so are all parameters but
     *  {@code q}.
     *  @param header null or blank when there is none */
    public static List<WeightedRange> listOf(@Nullable String header) {
        var values = new ArrayList<WeightedRange>();
        if (header != null) {
            for (var part : split(header, ',')) {
                read(part).ifPresent(values::add);
            }
        }
        return values;
    }

    private static Optional<WeightedRange> read(String part) {
        var pieces = split(part, ';');
        var value = pieces.get(0).strip().toLowerCase(Locale.ROOT);
        if (!VALUE.matcher(value).matches()) {
            return Optional.empty();
        }
        for (var piece : pieces.subList(1, pieces.size())) {
            int equals = piece.indexOf('=');
            if (equals >= 0 && piece.substring(0, equals).strip().equalsIgnoreCase("q")) {
                var weight = piece.substring(equals + 1).strip();
                return WEIGHT.matcher(weight).matches()
                        ? Optional.of(new WeightedRange(value, Double.parseDouble(weight)))
                        : Optional.empty();
            }
        }
        return Optional.of(new WeightedRange(value, 1));
    }

    /** Parts between separators that stand in no quotation. */
    private static List<String> split(String text, char separator) {
        var parts = new ArrayList<String>();
        boolean isQuoted = false;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isQuoted && c == '\\') {
                i++;
            } else if (c == '"') {
                isQuoted = !isQuoted;
            } else if (c == separator && !isQuoted) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }

    /** What is liked best of what there is. The value that says most about an offer decides on it; of offers liked alike, the
     *  one that was named comes first, then the one named earlier, then the one offered earlier.
     *  @param asked nothing when all is welcome
     *  @param fit how much a value says about an offer, less than 0 when it is not about it
     *  @return empty when every offer is refused or not named */
    public static Optional<String> best(
            List<WeightedRange> asked, List<String> offers, ToIntBiFunction<String, String> fit) {
        if (asked.isEmpty()) {
            return offers.stream().findFirst();
        }
        @Nullable String best = null;
        double bestWeight = 0;
        int bestFit = NO_MATCH;
        int bestPlace = 0;
        for (var offer : offers) {
            int place = deciding(asked, offer, fit);
            if (place < 0) {
                continue;
            }
            double weight = asked.get(place).weight();
            int how = fit.applyAsInt(asked.get(place).value(), offer);
            boolean isBetter = weight > bestWeight
                    || (weight == bestWeight && (how > bestFit || (how == bestFit && place < bestPlace)));
            if (weight > 0 && isBetter) {
                best = offer;
                bestWeight = weight;
                bestFit = how;
                bestPlace = place;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Where the value stands that says most about an offer, the heaviest of those that say as much. */
    private static int deciding(List<WeightedRange> asked, String offer, ToIntBiFunction<String, String> fit) {
        int place = -1;
        int most = NO_MATCH;
        for (int i = 0; i < asked.size(); i++) {
            int how = fit.applyAsInt(asked.get(i).value(), offer);
            if (how > most
                    || (how == most
                            && how >= 0
                            && asked.get(i).weight() > asked.get(place).weight())) {
                place = i;
                most = how;
            }
        }
        return place;
    }
}
