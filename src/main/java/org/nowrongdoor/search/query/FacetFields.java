package org.nowrongdoor.search.query;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.search.index.IndexFields;
import org.nowrongdoor.search.index.LanguageTokens;
import org.nowrongdoor.search.index.NextStepRank;
import org.nowrongdoor.search.model.SearchPage;

/** The counts that can be asked for next to the hits. A facet is counted under every filter but its own. */
public final class FacetFields {

    public static final List<String> NAMES = List.of("need", "region", "language", "channel", "kind", "led_by");

    /** More are never shown. */
    public static final int MOST_VALUES = 200;

    private static final Map<String, String> FIELDS = Map.of(
            "need", IndexFields.NEEDS,
            "region", IndexFields.AREAS,
            "language", IndexFields.LANGUAGES,
            "channel", IndexFields.CHANNELS,
            "kind", IndexFields.KIND,
            "led_by", IndexFields.FACTS);

    private static final Map<String, String> OWN_FILTER =
            Map.of("language", "languages", "channel", "channels", "led_by", "led_by");

    private static final Comparator<Map.Entry<String, Long>> ORDER =
            Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey());

    private FacetFields() {}

    /** The field of the index that holds the values of a facet. */
    public static String field(String name) {
        return Objects.requireNonNull(FIELDS.get(name), name);
    }

    /** The filter, by the name under which it counts what it leaves out, that a facet looks past. */
    static @Nullable public String ownFilter(String name) {
        return OWN_FILTER.get(name);
    }

    /** What is shown of the counts, the most frequent first.
     *  @param counts by facet and by value of its field
     *  @param label what a value is called */
    public static Map<String, List<SearchPage.FacetValue>> shown(Map<String, Map<String, Long>> counts, Labels label) {
        var shown = new LinkedHashMap<String, List<SearchPage.FacetValue>>();
        counts.forEach((name, values) -> shown.put(name, shown(name, values, label)));
        return shown;
    }

    private static List<SearchPage.FacetValue> shown(String name, Map<String, Long> counts, Labels label) {
        return counts.entrySet().stream()
                .filter(entry -> isShown(name, entry.getKey()))
                .sorted(ORDER)
                .limit(MOST_VALUES)
                .map(entry -> value(name, plain(name, entry.getKey()), entry.getValue(), label))
                .toList();
    }

    private static SearchPage.FacetValue value(String name, String value, long count, Labels label) {
        return new SearchPage.FacetValue(value, label.of(name, value), count);
    }

    private static boolean isShown(String name, String value) {
        return switch (name) {
            case "led_by" -> NextStepRank.PEER_LED.contains(value);
            case "language" -> LanguageTokens.isLanguage(value);
            default -> true;
        };
    }

    private static String plain(String name, String value) {
        return "led_by".equals(name) ? value.replace("_led=yes", "") : value;
    }

    /** What a value of a facet is called. */
    public interface Labels {
        String of(String facet, String value);
    }
}
