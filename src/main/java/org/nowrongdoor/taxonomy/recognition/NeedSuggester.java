package org.nowrongdoor.taxonomy.recognition;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.record.Suggestion;
import org.nowrongdoor.taxonomy.AmbiguousForm;
import org.nowrongdoor.taxonomy.TermNode;
import org.nowrongdoor.text.AcronymNormalizer;
import org.nowrongdoor.text.EditDistance;
import org.nowrongdoor.text.FoldedText;

/** Needs that a person may be typing. */
@Singleton
public class NeedSuggester {

    private static final int INSIDE = 10;

    private final TermFinder finder;
    private volatile @Nullable Index index;

    /** Follows the forms that the finder knows. */
    public NeedSuggester(TermFinder finder) {
        this.finder = finder;
    }

    /** Needs one of whose names begins so, or has a word that does: labels before synonyms. Never a form that is
     *  accepted and not shown, and never what is no help.
     *  @param lang of the text, {@code en} or {@code es} */
    public List<Suggestion> suggest(String prefix, String lang, int limit) {
        var typed = FoldedText.of(AcronymNormalizer.joined(prefix));
        if (typed.isEmpty() || limit < 1) {
            return List.of();
        }
        var current = current();
        var ranked = current.starting(typed);
        if (ranked.isEmpty() && typed.length() >= Lexicon.SHORTEST_WITH_SLIP) {
            ranked = current.nearlyStarting(typed);
        }
        var best = ranked;
        var tree = current.lexicon.tree();
        return best.keySet().stream()
                .sorted(Comparator.<String>comparingInt(best::get)
                        .thenComparing(code -> tree.label(code, lang).length())
                        .thenComparing(code -> code))
                .limit(limit)
                .map(code -> new Suggestion("need", code, tree.label(code, lang)))
                .toList();
    }

    private Index current() {
        var lexicon = finder.lexicon();
        var known = index;
        if (known == null || known.lexicon != lexicon) {
            known = new Index(lexicon);
            index = known;
        }
        return known;
    }

    private record Entry(String text, String code, int rank) {}

    /** The forms of one lexicon, each from every word on. */
    private static final class Index {

        private final Lexicon lexicon;
        private final List<Entry> entries = new ArrayList<>();

        Index(Lexicon lexicon) {
            this.lexicon = lexicon;
            lexicon.list()
                    .filter(form -> !form.isInputOnly()
                            && form.rule().handling() != AmbiguousForm.Handling.NEVER
                            && lexicon.tree()
                                    .find(form.code())
                                    .filter(TermNode::isHelp)
                                    .isPresent())
                    .forEach(this::add);
        }

        private void add(Form form) {
            var text = FoldedText.of(form.text());
            entries.add(new Entry(text, form.code(), form.rank()));
            for (int space = text.indexOf(' '); space >= 0; space = text.indexOf(' ', space + 1)) {
                entries.add(new Entry(text.substring(space + 1), form.code(), form.rank() + INSIDE));
            }
        }

        Map<String, Integer> starting(String typed) {
            var best = new HashMap<String, Integer>();
            for (var entry : entries) {
                if (entry.text.startsWith(typed)) {
                    best.merge(entry.code, entry.rank, Math::min);
                }
            }
            return best;
        }

        Map<String, Integer> nearlyStarting(String typed) {
            var best = new HashMap<String, Integer>();
            for (var entry : entries) {
                for (int length = typed.length() - 1; length <= typed.length() + 1; length++) {
                    if (length <= entry.text.length()
                            && EditDistance.isWithinOne(entry.text.substring(0, length), typed)) {
                        best.merge(entry.code, entry.rank, Math::min);
                    }
                }
            }
            return best;
        }
    }
}
