package org.nowrongdoor.taxonomy.recognition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nowrongdoor.taxonomy.AmbiguousForm;
import org.nowrongdoor.taxonomy.TaxonomyReader;
import org.nowrongdoor.taxonomy.TermNode;
import org.nowrongdoor.taxonomy.TermTree;
import org.nowrongdoor.text.EditDistance;
import org.nowrongdoor.text.FoldedText;

/** Every form by its key, with the rules of those that collide; made again for every tree. */
final class Lexicon {

    // 5: one slip is forgiven from five letters on; in a shorter word it makes another word.
    static final int SHORTEST_WITH_SLIP = 5;

    private final TermTree tree;
    private final Map<String, List<Form>> forms = new HashMap<>();
    private final Map<String, List<Form>> acronyms = new HashMap<>();
    private final Map<String, String> forgiven = new HashMap<>();
    private final NearWords near = new NearWords();
    private final Set<String> beginnings = new HashSet<>();
    private final Map<String, AmbiguousForm> collisions;
    private final Set<String> plain;
    private final InputOnlyWords neverShown;
    private int mostWords = 1;

    Lexicon(TermTree tree) {
        this.tree = tree;
        var rules = TaxonomyReader.collisions();
        collisions = rules.stream().collect(Collectors.toMap(rule -> FoldedText.of(rule.form()), rule -> rule));
        plain = TaxonomyReader.plainWords();
        plain.addAll(AmbiguousForm.never(rules));
        for (var term : tree.list()) {
            if (!term.isSituation()) {
                Stream.of(term.labelEn(), term.labelEs()).forEach(label -> addLabel(term, label));
            }
            term.synonyms().forEach(synonym -> add(term.code(), synonym.form(), false, Form.SYNONYM));
        }
        var rows = TaxonomyReader.forms();
        neverShown = new InputOnlyWords(rows);
        for (var row : rows) {
            row.forms().stream()
                    .filter(form -> row.isOrganisation() || row.isSituation() || row.isInputOnly(form))
                    .forEach(form -> add(row.code(), form, row.isInputOnly(form), Form.SYNONYM));
        }
    }

    TermTree tree() {
        return tree;
    }

    InputOnlyWords neverShown() {
        return neverShown;
    }

    /** Whether a word is known to be no slip for one of ours. */
    boolean isPlain(String folded) {
        return plain.contains(folded);
    }

    int mostWords() {
        return mostWords;
    }

    Stream<Form> list() {
        return Stream.concat(forms.values().stream(), acronyms.values().stream())
                .flatMap(List::stream);
    }

    /** What is explained in brackets or stands next to a stroke is a form of its own: Counselling / therapy
     *  (voluntary). */
    private void addLabel(TermNode term, String label) {
        add(term.code(), label, false, Form.LABEL);
        var plain = label.replaceAll("\\s*\\([^)]*\\)", "");
        add(term.code(), plain, false, Form.LABEL);
        if (term.isHelp()) {
            Stream.of(plain.split(" / ")).forEach(part -> add(term.code(), part, false, Form.PART));
        }
    }

    private void add(String code, String text, boolean isInputOnly, int rank) {
        var rule = collisions.getOrDefault(FoldedText.of(text), AmbiguousForm.usual(text, Form.isAcronym(text)));
        var form = new Form(code, text, isInputOnly, rank, rule);
        var key = form.key();
        if (key.isEmpty()) {
            return;
        }
        var same = (form.isAcronym() ? acronyms : forms).computeIfAbsent(key, k -> new ArrayList<>());
        if (same.stream().noneMatch(known -> known.code().equals(code))) {
            same.add(form);
        }
        beginnings.add(firstWord(key));
        mostWords = Math.max(mostWords, TextToken.of(text).size());
        form.forgiven().forEach(word -> {
            if (forgiven.putIfAbsent(word.folded(), word.stem()) == null) {
                near.add(word.folded());
            }
        });
    }

    private static String firstWord(String key) {
        var space = key.indexOf(' ');
        return space < 0 ? key : key.substring(0, space);
    }

    /** Whether any form begins with a word, without a slip. */
    boolean begins(TextToken word) {
        return beginnings.contains(word.stem()) || !acronym(word.folded()).isEmpty();
    }

    /** The forms that some words are, without a slip. */
    List<Form> find(List<TextToken> words) {
        var found = forms.getOrDefault(key(words), List.of());
        return words.size() == 1 && found.isEmpty() ? acronym(words.get(0).folded()) : found;
    }

    private List<Form> acronym(String word) {
        var found = acronyms.getOrDefault(word, List.of());
        // STIs: the plural of three letters or more; of two it would be another acronym (SAs).
        return found.isEmpty() && word.length() > 3 && word.endsWith("s")
                ? acronyms.getOrDefault(word.substring(0, word.length() - 1), List.of())
                : found;
    }

    /** The forms that some words are when one of them has one slip.
     *  @param meant for each word the stems it may stand for */
    List<Form> findWithSlip(List<TextToken> words, List<List<String>> meant) {
        for (int i = 0; i < words.size(); i++) {
            for (var stem : meant.get(i)) {
                var corrected = new ArrayList<>(words);
                corrected.set(i, new TextToken(stem, stem, 0, 0));
                var found = forms.getOrDefault(key(corrected), List.of()).stream()
                        .filter(form -> form.forgives(stem))
                        .toList();
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return List.of();
    }

    /** The stems that a word may stand for; none when it is a word of ours itself, or known to be another. */
    List<String> meant(String word) {
        if (word.length() < SHORTEST_WITH_SLIP
                || forgiven.containsKey(word)
                || plain.contains(word)
                || StopWords.contains(word)) {
            return List.of();
        }
        return NearWords.shortened(word).stream()
                .flatMap(shorter -> near.wordsLike(shorter).stream())
                .filter(known -> EditDistance.isWithinOne(known, word))
                .map(known -> Objects.requireNonNull(forgiven.get(known)))
                .distinct()
                .sorted()
                .toList();
    }

    private static String key(List<TextToken> words) {
        return words.size() == 1
                ? words.get(0).stem()
                : words.stream().map(TextToken::stem).collect(Collectors.joining(" "));
    }
}
