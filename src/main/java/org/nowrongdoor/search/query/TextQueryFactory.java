package org.nowrongdoor.search.query;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.search.index.NameKey;
import org.nowrongdoor.taxonomy.recognition.RecognitionResult;
import org.nowrongdoor.taxonomy.recognition.StopWords;

/** Makes the words of a line into a query. */
final class TextQueryFactory {

    // 24: more words of one question than these stand together in no record; what they mean is read of all of them.
    private static final int MOST_WORDS = 24;

    private TextQueryFactory() {}

    /** @param typed the whole line, which may be a name with its place in it
     *  @param isPlaced whether a place is known: then words that all say what is needed are no name */
    static @Nullable TextQuery of(String words, String typed, RecognitionResult understood, boolean isPlaced) {
        var content = searched(StopWords.without(words));
        if (content.isEmpty()) {
            return null;
        }
        var isName = !isPlaced || !understood.rest().isEmpty();
        var names = Stream.concat(
                        isName ? Stream.of(words, typed, words.replace(" ", "")) : Stream.of(typed),
                        understood.aliases().stream().flatMap(alias -> alias.names().stream()))
                .map(NameKey::of)
                .distinct()
                .toList();
        var isRead = !understood.needs().isEmpty() || !understood.situations().isEmpty();
        var rest = searched(StopWords.without(String.join(" ", understood.rest()))).stream()
                .filter(word -> !isRead || (!FillerWords.contains(word) && !LanguageWords.contains(word)))
                .toList();
        var whom = isRead ? rest.stream().filter(DemographicWords::contains).toList() : List.<String>of();
        return new TextQuery(content, rest, whom, names, TextQuery.Leniency.STRICT);
    }

    /** The words that are searched, each once, where it stands last: the last one may be unfinished. */
    static List<String> searched(List<String> words) {
        var once = new LinkedHashSet<String>();
        words.forEach(word -> {
            once.remove(word);
            once.add(word);
        });
        return once.stream().limit(MOST_WORDS).toList();
    }
}
