package org.nowrongdoor.taxonomy.recognition;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.taxonomy.OrganizationAliases;
import org.nowrongdoor.taxonomy.Situation;
import org.nowrongdoor.taxonomy.TaxonomyReader;
import org.nowrongdoor.taxonomy.TermTree;
import org.nowrongdoor.taxonomy.Terms;
import org.nowrongdoor.text.EditDistance;
import org.nowrongdoor.text.FoldedText;

/** Understands the words in which people ask: codes, labels, street words, acronyms, in English and Spanish. */
@Singleton
public class TermFinder {

    private static final int MOST_NEAR_MISSES = 5;
    private static final int MOST_CHARACTERS = 2_000;
    private static final RecognitionResult NOTHING =
            new RecognitionResult(List.of(), List.of(), List.of(), List.of(), List.of());

    private final Supplier<TermTree> trees;
    private final OrganizationAliases organisations;
    private final Map<String, Situation> situations = new HashMap<>();
    private volatile Lexicon lexicon;

    /** Follows the terms of the store. */
    @Inject
    public TermFinder(Terms terms, OrganizationAliases organisations) {
        this(terms::tree, organisations);
    }

    /** Follows some terms. */
    public TermFinder(Supplier<TermTree> trees, OrganizationAliases organisations) {
        this.trees = trees;
        this.organisations = organisations;
        lexicon = new Lexicon(trees.get());
        TaxonomyReader.situations().forEach(situation -> situations.put(situation.code(), situation));
    }

    OrganizationAliases organisations() {
        return organisations;
    }

    /** The situations that words may speak of. */
    public List<Situation> situations() {
        return List.copyOf(situations.values());
    }

    @Nullable Situation situation(String code) {
        return situations.get(code);
    }

    Lexicon lexicon() {
        var tree = trees.get();
        if (lexicon.tree() != tree) {
            lexicon = new Lexicon(tree);
        }
        return lexicon;
    }

    /** What some words mean: the longest forms first from the left, then the rest.
     *  @param lang of the labels, {@code en} or {@code es}; the words may be in either */
    public RecognitionResult understand(String text, String lang) {
        return understand(text, lang, "");
    }

    /** What some words mean next to others that were said and are read elsewhere.
     *  @param others such as the name of a place, which may tell what an acronym stands for there */
    public RecognitionResult understand(String text, String lang, String others) {
        var readable = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
        // A code without a dot is a word of everyday: shelter asks for a bed, and not for all kinds of housing.
        var exact = readable.indexOf('.') > 0 ? byCode(readable, lang) : NOTHING;
        return exact.isNothing() ? new NeedRecognizer(readable, lang, others, this).read() : exact;
    }

    /** What a list of needs means, each a code or words. */
    public RecognitionResult understand(List<String> needs, String lang) {
        var needed = new LinkedHashMap<String, RecognitionResult.Need>();
        var lived = new LinkedHashMap<String, RecognitionResult.LivedSituation>();
        var aliases = new ArrayList<RecognitionResult.OrgAlias>();
        var unclear = new ArrayList<RecognitionResult.Unclear>();
        var rest = new ArrayList<String>();
        for (var need : needs) {
            var exact = byCode(need, lang);
            var understood = exact.isNothing() ? understand(need, lang) : exact;
            understood.needs().forEach(found -> needed.putIfAbsent(found.code(), found));
            understood.situations().forEach(found -> lived.putIfAbsent(found.code(), found));
            aliases.addAll(understood.aliases());
            unclear.addAll(understood.unclear());
            rest.addAll(understood.rest());
        }
        return new RecognitionResult(List.copyOf(needed.values()), List.copyOf(lived.values()), aliases, unclear, rest);
    }

    /** Whether what someone typed may be printed back: it holds no word that is accepted and never shown. */
    public boolean mayComeBack(String text) {
        return !lexicon().neverShown().isIn(text);
    }

    /** Whether some words are a form of ours to the letter: of a need, a situation or an organisation. */
    public boolean isForm(String words) {
        return !lexicon().find(TextToken.of(words)).isEmpty();
    }

    /** Where the forms of ours stand in a text, as they are understood. */
    public List<FormSpan> spans(String text) {
        var recognizer = new NeedRecognizer(text, "en", "", this);
        recognizer.read();
        return recognizer.spans();
    }

    /** A form in a text.
     *  @param start of its first letter
     *  @param end after its last letter */
    public record FormSpan(int start, int end) {}

    /** Whether a folded word is known to be no slip for one of ours. */
    public boolean isPlainWord(String folded) {
        return lexicon().isPlain(folded);
    }

    /** Codes that someone may have meant by a code or a word that no one knows, the likeliest first. */
    public List<String> nearMisses(String word) {
        var asked = FoldedText.of(word);
        int most = Math.max(1, asked.length() / 3);
        if (asked.isEmpty() || word.length() > 80) {
            return List.of();
        }
        var near = new HashMap<String, Integer>();
        for (var term : lexicon().tree().list()) {
            if (term.isSituation()) {
                continue;
            }
            var last = term.code().substring(term.code().lastIndexOf('.') + 1);
            Stream.of(term.code(), last, term.labelEn(), term.labelEs()).forEach(name -> {
                var known = FoldedText.of(name);
                int slips = known.startsWith(asked) ? 0 : EditDistance.between(known, asked, most);
                if (slips <= most) {
                    near.merge(term.code(), slips, Math::min);
                }
            });
        }
        return near.keySet().stream()
                .sorted(Comparator.<String>comparingInt(near::get).thenComparing(code -> code))
                .limit(MOST_NEAR_MISSES)
                .toList();
    }

    private RecognitionResult byCode(String text, String lang) {
        var code = text.strip();
        var situation = situations.get(code);
        if (situation != null) {
            return new RecognitionResult(
                    List.of(),
                    List.of(RecognitionResult.LivedSituation.of(situation, lang, null)),
                    List.of(),
                    List.of(),
                    List.of());
        }
        var needs = lexicon().tree().find(code).stream()
                .filter(term -> !term.isSituation())
                .map(term -> new RecognitionResult.Need(term.code(), term.label(lang), code))
                .toList();
        return new RecognitionResult(needs, List.of(), List.of(), List.of(), List.of());
    }
}
