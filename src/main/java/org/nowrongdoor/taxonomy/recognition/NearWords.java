package org.nowrongdoor.taxonomy.recognition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Words by what is left of them without any one letter: two words with a slip between them have one of those in common. */
final class NearWords {

    private final Map<String, List<String>> byShortened = new HashMap<>();

    void add(String word) {
        for (var shorter : shortened(word)) {
            byShortened.computeIfAbsent(shorter, fresh -> new ArrayList<>(1)).add(word);
        }
    }

    /** Words that are as long as this text, or have one letter more. */
    List<String> wordsLike(String shorter) {
        return byShortened.getOrDefault(shorter, List.of());
    }

    /** A word itself, and without any one of its letters. */
    static List<String> shortened(String word) {
        var all = new ArrayList<String>(word.length() + 1);
        all.add(word);
        for (int at = 0; at < word.length(); at++) {
            var shorter = word.substring(0, at) + word.substring(at + 1);
            if (at == 0 || word.charAt(at) != word.charAt(at - 1)) {
                all.add(shorter);
            }
        }
        return all;
    }
}
