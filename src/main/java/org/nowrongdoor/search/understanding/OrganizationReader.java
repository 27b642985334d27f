package org.nowrongdoor.search.understanding;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the names of organisations of this directory out of a line. */
@Singleton
class OrganizationReader {

    // 6: longer names are typed as what people remember of them.
    private static final int MOST_WORDS = 6;
    private static final int SHORTEST_WORD = 4;
    // 3: what more organisations than these are called is no name but what they do.
    private static final int MOST_OF_A_NAME = 3;

    private final NameLookup names;
    private final OtherWords others;

    OrganizationReader(NameLookup names, OtherWords others) {
        this.names = names;
        this.others = others;
    }

    /** A name in a line.
     *  @param from its first word
     *  @param to the one after its last */
    record NameSpan(int from, int to, List<NamedOrganization> organizations) {}

    List<NameSpan> names(TokenizedText line) {
        var keys = new LinkedHashMap<String, int[]>();
        for (int from = 0; from < line.size(); from++) {
            for (int to = Math.min(line.size(), from + MOST_WORDS); to > from; to--) {
                var key = line.folded(from, to);
                if (line.isOneName(from, to) && mayBeName(key, to - from)) {
                    keys.putIfAbsent(key.startsWith("the ") ? key.substring(4) : key, new int[] {from, to});
                }
            }
        }
        return keys.isEmpty() ? List.of() : spans(keys);
    }

    /** A name of one word is no word of every day. */
    private boolean mayBeName(String key, int words) {
        if (others.isForm(key) || others.isSilent(key)) {
            return false;
        }
        return words > 1 || (key.length() >= SHORTEST_WORD && EverydayNames.commonness(key) == 0);
    }

    private List<NameSpan> spans(Map<String, int[]> keys) {
        var spans = new ArrayList<NameSpan>();
        names.organizations(keys.keySet()).stream()
                .collect(Collectors.groupingBy(NamedOrganization::key, LinkedHashMap::new, Collectors.toList()))
                .forEach((key, found) -> {
                    var at = keys.get(key);
                    if (at != null && found.size() <= MOST_OF_A_NAME) {
                        spans.add(new NameSpan(at[0], at[1], found));
                    }
                });
        return spans;
    }
}
