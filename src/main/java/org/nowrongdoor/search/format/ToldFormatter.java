package org.nowrongdoor.search.format;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.disclosure.BeforeContact;
import org.nowrongdoor.directory.disclosure.StatedCondition;
import org.nowrongdoor.directory.record.Kind;
import org.nowrongdoor.eligibility.explain.Conflict;
import org.nowrongdoor.eligibility.explain.ProviderQuestions;
import org.nowrongdoor.eligibility.explain.Question;
import org.nowrongdoor.eligibility.rule.FactCode;
import org.nowrongdoor.search.model.Hit;

/** What is told of a service before contact, as lines to be read aloud. */
final class ToldFormatter {

    private static final Pattern SENTENCE = Pattern.compile(".*?[.?!](?=\\s|$)\\s*|.+$", Pattern.DOTALL);

    private final Messages spoken;
    private final DisplayNames names;
    private final TextForm form;

    ToldFormatter(Messages spoken, DisplayNames names, TextForm form) {
        this.spoken = spoken;
        this.names = names;
        this.form = form;
    }

    /** What contradicts the client's words, the conditions that matter most, who leads it and what it costs. */
    List<String> lines(Hit hit) {
        var told = hit.match().conflicts().stream().map(Conflict::code).collect(Collectors.toSet());
        hit.disclosures().forEach(d -> d.derivedFrom().forEach(from -> told.add(from.split("=", 2)[0])));
        var left = hit.conditions().stream()
                .filter(condition -> !told.contains(condition.code()))
                .toList();
        var more = left.stream().map(StatedCondition::code).distinct().count() - form.most();
        var shown = left.stream()
                .map(StatedCondition::code)
                .distinct()
                .limit(form.most())
                .toList();
        return Stream.of(
                        hit.match().conflicts().stream().map(this::conflict),
                        left.stream().filter(c -> shown.contains(c.code())).map(this::condition),
                        more > 0 ? Stream.of(spoken.say("condition.more", more)) : Stream.<String>of(),
                        Stream.of(nature(hit)).filter(line -> !line.isEmpty()),
                        papers(hit))
                .flatMap(lines -> lines)
                .toList();
    }

    /** The papers to bring, where everything is told. */
    private Stream<String> papers(Hit hit) {
        return !form.detailed() || hit.requiredDocuments().isEmpty()
                ? Stream.of()
                : Stream.of(spoken.say(
                        "papers",
                        names.inLanguage(
                                String.join("; ", hit.requiredDocuments()),
                                hit.textsLang().get("required_documents"))));
    }

    private String conflict(Conflict conflict) {
        return quoted(spoken.say("conflict", conflict.text()), conflict.asStated());
    }

    private String condition(StatedCondition condition) {
        return quoted(condition.text(), condition.asStated());
    }

    private String quoted(String sentence, @Nullable String words) {
        // A voice that reads both our sentence and theirs takes more than twenty seconds for one service.
        if (words == null || words.isBlank() || (form.spoken() && !form.detailed())) {
            return sentence;
        }
        return spoken.say("condition.stated", sentence, cut(words));
    }

    private String cut(String words) {
        if (words.length() <= form.mostLetters()) {
            return words;
        }
        var space = words.lastIndexOf(' ', form.mostLetters());
        return words.substring(0, space > 0 ? space : form.mostLetters()) + "…";
    }

    /** The first sentences of a long text; all of it where everything is told. */
    String shortened(String text) {
        if (form.detailed() || text.length() <= form.mostLetters()) {
            return text;
        }
        var told = new StringBuilder();
        var sentences = SENTENCE.matcher(text);
        while (sentences.find() && told.length() + sentences.group().strip().length() <= form.mostLetters()) {
            told.append(sentences.group());
        }
        if (told.isEmpty() && form.spoken()) {
            return spoken.say("alert.only");
        }
        return spoken.say(
                "alert.more", told.isEmpty() ? cut(text) : told.toString().strip());
    }

    private String nature(Hit hit) {
        var cost = hit.cost();
        var led = hit.ledBy().stream().map(group -> names.ledBy(group) + '.');
        var price = cost == null || (cost.code().equals(FactCode.UNKNOWN) && cost.asStated() == null)
                ? Stream.<String>of()
                : Stream.of(price(cost));
        return Stream.concat(led, price).collect(Collectors.joining(" "));
    }

    private String price(BeforeContact.Cost cost) {
        var text = names.inLanguage(cost.text(), cost.textsLang().get("text"));
        if (cost.code().equals(FactCode.UNKNOWN)) {
            return spoken.say("cost.stated", text);
        }
        // Our sentence comes before their words, which a voice leaves out.
        var ours = SENTENCE.matcher(text);
        return form.spoken() && !form.detailed() && ours.find() ? ours.group().strip() : text;
    }

    /** What comes before a number that must not be called first. */
    List<String> contact(@Nullable String preference) {
        return BeforeContact.asksFirst(preference) ? List.of(spoken.say("contact." + preference)) : List.of();
    }

    /** The questions to ask of one service, without that about conditions, which is asked once for all.
     *  @param isNew whether a question is still to be asked */
    Stream<Question> questions(Hit hit, Predicate<Question> isNew) {
        return hit.match().questions().stream()
                .filter(question -> !question.attribute().equals(ProviderQuestions.CONDITIONS))
                .filter(isNew)
                .limit(form.mostQuestions());
    }

    /** Whether it is to be asked what the services of a page ask of a client. */
    static boolean isSilentOnConditions(List<Hit> hits) {
        return hits.stream()
                .anyMatch(hit -> hit.cost() != null
                        && hit.service().kind() == Kind.SERVICE
                        && hit.conditions().isEmpty());
    }
}
