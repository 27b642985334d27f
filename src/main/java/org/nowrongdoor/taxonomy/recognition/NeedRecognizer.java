package org.nowrongdoor.taxonomy.recognition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nowrongdoor.problem.Deadline;
import org.nowrongdoor.taxonomy.AmbiguousForm;
import org.nowrongdoor.text.FoldedText;

/** One pass over one text: the longest forms from the left, then what is left over. */
final class NeedRecognizer {

    private final TermFinder finder;
    private final String text;
    private final String lang;
    private final Lexicon words;
    private final Set<String> context;
    private final List<TextToken> all;
    private final List<List<String>> slips;
    private final Map<String, RecognitionResult.Need> needs = new LinkedHashMap<>();
    private final Map<String, RecognitionResult.LivedSituation> lived = new LinkedHashMap<>();
    private final Map<String, RecognitionResult.OrgAlias> aliases = new LinkedHashMap<>();
    private final Map<String, RecognitionResult.Unclear> unclear = new LinkedHashMap<>();
    private final List<String> rest = new ArrayList<>();
    private final List<TermFinder.FormSpan> spans = new ArrayList<>();

    NeedRecognizer(String text, String lang, String others, TermFinder finder) {
        this.finder = finder;
        this.context = TextToken.of(others).stream().map(TextToken::folded).collect(Collectors.toUnmodifiableSet());
        this.words = finder.lexicon();
        this.text = text;
        this.lang = lang;
        this.all = TextToken.of(text);
        this.slips = all.stream().map(word -> words.meant(word.folded())).toList();
    }

    RecognitionResult read() {
        for (int at = 0; at < all.size(); ) {
            Deadline.check();
            var begins = words.begins(all.get(at));
            int taken = begins || !slips.get(at).isEmpty() ? take(at) : 0;
            if (taken == 0) {
                if (begins) {
                    ask(at);
                }
                var word = all.get(at);
                if (!StopWords.contains(word.folded())) {
                    rest.add(text.substring(word.start(), word.end()));
                }
                taken = 1;
            }
            at += taken;
        }
        return new RecognitionResult(
                List.copyOf(needs.values()),
                List.copyOf(lived.values()),
                List.copyOf(aliases.values()),
                List.copyOf(unclear.values()),
                rest);
    }

    /** Where the forms stand that were read. */
    List<TermFinder.FormSpan> spans() {
        return spans;
    }

    private int take(int at) {
        for (int count = Math.min(words.mostWords(), all.size() - at); count > 0; count--) {
            var window = all.subList(at, at + count);
            var meant = meant(words.find(window), at, count);
            if (meant.isEmpty()) {
                meant = meant(words.findWithSlip(window, slips.subList(at, at + count)), at, count);
            }
            if (!meant.isEmpty()) {
                meant.forEach(form -> keep(form, typed(at, window.size())));
                spans.add(new TermFinder.FormSpan(
                        all.get(at).start(), all.get(at + count - 1).end()));
                return count;
            }
        }
        return 0;
    }

    /** Notes the longest form from here on that may mean several things, none of which it was taken for. */
    private void ask(int at) {
        for (int count = Math.min(words.mostWords(), all.size() - at); count > 0; count--) {
            var found = words.find(all.subList(at, at + count));
            if (found.isEmpty()) {
                continue;
            }
            var typed = typed(at, count);
            var others = others(at, count);
            var asked = found.stream()
                    .map(Form::rule)
                    .filter(rule -> rule.isAsked(typed, others))
                    .findFirst();
            if (asked.isPresent()) {
                unclear.putIfAbsent(
                        FoldedText.of(typed),
                        new RecognitionResult.Unclear(typed, asked.get().means()));
                return;
            }
        }
    }

    private String typed(int at, int count) {
        return text.substring(all.get(at).start(), all.get(at + count - 1).end());
    }

    private List<Form> meant(List<Form> found, int at, int count) {
        if (found.isEmpty()) {
            return found;
        }
        var others = others(at, count);
        var typed = typed(at, count);
        var folded = FoldedText.of(typed);
        // Written exactly so it is that form or none: "works" refused is not "work" with an ending.
        var exact = found.stream()
                .filter(form -> FoldedText.of(form.text()).equals(folded))
                .toList();
        var meant = (exact.isEmpty() ? found : exact)
                .stream()
                        // lic is no lice, and a rid no ride
                        .filter(form -> !FoldedText.of(form.text()).equals(folded + "e"))
                        .filter(form -> form.rule().isMeant(typed, others))
                        .toList();
        int best = meant.stream().mapToInt(Form::rank).min().orElse(0);
        return meant.stream().filter(form -> form.rank() == best).toList();
    }

    private AmbiguousForm.OtherWords others(int at, int count) {
        var said = Stream.concat(all.subList(0, at).stream(), all.subList(at + count, all.size()).stream())
                .map(TextToken::folded)
                .collect(Collectors.toSet());
        return new AmbiguousForm.OtherWords(said, context);
    }

    private void keep(Form form, String typed) {
        var from = form.isInputOnly() ? null : typed;
        var situation = finder.situation(form.code());
        if (situation != null) {
            lived.putIfAbsent(form.code(), RecognitionResult.LivedSituation.of(situation, lang, from));
        } else if (form.code().startsWith("org.")) {
            aliases.putIfAbsent(
                    form.code(),
                    new RecognitionResult.OrgAlias(
                            form.code(), finder.organisations().names(form.code()), from));
        } else {
            needs.putIfAbsent(
                    form.code(),
                    new RecognitionResult.Need(form.code(), words.tree().label(form.code(), lang), from));
        }
    }
}
