package org.nowrongdoor.search.query;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.search.model.Audience;
import org.nowrongdoor.search.model.RequestFaults;
import org.nowrongdoor.search.model.SearchPage;
import org.nowrongdoor.search.place.WhereReader;
import org.nowrongdoor.search.understanding.LineReader;
import org.nowrongdoor.search.understanding.LineReading;
import org.nowrongdoor.taxonomy.Terms;
import org.nowrongdoor.taxonomy.recognition.RecognitionResult;
import org.nowrongdoor.taxonomy.recognition.StopWords;
import org.nowrongdoor.taxonomy.recognition.TermFinder;
import org.nowrongdoor.text.AcronymNormalizer;
import org.nowrongdoor.text.FoldedText;

/** Reads what is needed: codes, words for them, and words as they are said. What is not understood is said. */
@Singleton
class WordsReader {

    private static final String BUYERS = "res.prevention.demand";

    private final LineReader lines;
    private final WhereReader wheres;
    private final TermFinder finder;
    private final Terms terms;

    WordsReader(LineReader lines, WhereReader wheres, TermFinder finder, Terms terms) {
        this.lines = lines;
        this.wheres = wheres;
        this.finder = finder;
        this.terms = terms;
    }

    /** What was understood, and what was not.
     *  @param situations what a person is in or has lived through, which is no service of itself */
    record Read(
            List<SearchPage.UnderstoodNeed> needs,
            List<SearchPage.UnderstoodNeed> situations,
            List<SearchPage.Unresolved> unresolved) {

        static final Read NOTHING = new Read(List.of(), List.of(), List.of());
    }

    /** What the words of a query came to.
     *  @param codes needs and situations that they speak of
     *  @param where the place asked for, or the one that the words name
     *  @param rest words as typed that no need was read from, but those that never come back
     *  @param organizations organisations that the words name
     *  @param isNameMeant whether nothing else stands next to a name than where it is and what is needed */
    record Words(
            @Nullable TextQuery text,
            Read read,
            List<String> codes,
            WhereReader.Reading where,
            List<String> rest,
            List<LineReading.ReadOrganization> organizations,
            boolean isNameMeant) {}

    /** A code is taken as it is; words are understood; what is neither is refused with what it may have meant. */
    Read needs(List<String> asked, boolean isDiscreet, String lang, RequestFaults faults) {
        var known = new LinkedHashMap<String, SearchPage.UnderstoodNeed>();
        var situations = new LinkedHashMap<String, SearchPage.UnderstoodNeed>();
        var unresolved = new ArrayList<SearchPage.Unresolved>();
        for (var need : asked) {
            var term = terms.tree().find(need);
            var understood = finder.understand(AcronymNormalizer.joined(need), lang);
            var coded = coded(understood, lang);
            if (term.isPresent()) {
                known.putIfAbsent(
                        term.get().code(),
                        new SearchPage.UnderstoodNeed(
                                term.get().code(), term.get().label(lang), null));
            } else if (isCode(need)
                    || (understood.needs().isEmpty() && understood.situations().isEmpty() && coded.isEmpty())) {
                faults.add(
                        "/needs",
                        isDiscreet || !(isCode(need) || finder.mayComeBack(need))
                                ? quietRefusal(asked.indexOf(need))
                                : refusal(need, understood));
            } else {
                needs(understood).forEach(found -> known.putIfAbsent(found.code(), found));
                coded.forEach(found -> known.putIfAbsent(found.code(), found));
                understood.situations().stream()
                        .flatMap(s -> s.related().stream())
                        .forEach(code -> known.putIfAbsent(
                                code,
                                new SearchPage.UnderstoodNeed(code, terms.tree().label(code, lang), null)));
                situations(understood).forEach(found -> situations.putIfAbsent(found.code(), found));
                unresolved.addAll(unclear(understood, lang));
                unresolved.addAll(passedOver(understood, coded));
            }
        }
        return new Read(
                List.copyOf(known.values()),
                List.copyOf(situations.values()),
                unresolved.stream().distinct().toList());
    }

    /** The words in a need that are codes of ours, such as legal. */
    private List<SearchPage.UnderstoodNeed> coded(RecognitionResult understood, String lang) {
        return understood.rest().stream()
                .flatMap(word -> terms.tree().find(FoldedText.of(word)).stream()
                        .map(term -> new SearchPage.UnderstoodNeed(term.code(), term.label(lang), word)))
                .toList();
    }

    /** Names neither what was asked nor what it may have meant. */
    private static String quietRefusal(int index) {
        return "entry " + (index + 1) + " of needs is no code and no word that we know."
                + " GET /taxonomy_terms lists the codes.";
    }

    private String refusal(String need, RecognitionResult understood) {
        var meant = understood.unclear().stream()
                .flatMap(form -> form.codes().stream())
                .distinct()
                .toList();
        var perhaps = meant.isEmpty() ? finder.nearMisses(need) : meant;
        return "needs holds \"" + RequestFaults.shorten(need)
                + (meant.isEmpty()
                        ? "\", which is no code and no word that we know. "
                        : "\", which may mean more than one thing. ")
                + (perhaps.isEmpty() ? "" : "Perhaps " + String.join(", ", perhaps) + ". ")
                + "GET /taxonomy_terms lists the codes.";
    }

    /** Something with a dot and no space is meant as a code: it is not guessed at. */
    private static boolean isCode(String need) {
        return need.matches("[a-z_]+(\\.[a-z_]+)+");
    }

    /** What is said in words, and the place in it where none was asked for otherwise. */
    Words words(@Nullable String q, String lang, WhereReader.Reading where, Audience audience) {
        if (q == null || q.isBlank()) {
            return new Words(null, Read.NOTHING, List.of(), where, List.of(), List.of(), false);
        }
        var isPlaceOpen = where.where() == null && where.unresolved().isEmpty();
        var line = isPlaceOpen ? lines.read(q) : LineReading.of(AcronymNormalizer.joined(q));
        var there = isPlaceOpen ? where(line) : where;
        var resource = audience == Audience.SELF
                ? Optional.<ResourceFinder.Resource>empty()
                // "Code of conduct" names an organisation as well.
                : ResourceFinder.find(line.needs()).or(() -> ResourceFinder.find(q));
        if (resource.isPresent()) {
            return words(resource.get(), lang, there);
        }
        var understood = finder.understand(line.needs(), lang, place(there));
        var lived = AgeWords.awayFromHome(q, understood.needs(), situations(understood), finder.situations(), lang);
        var codes = Stream.concat(
                        understood.needs().stream().map(RecognitionResult.Need::code),
                        lived.stream().map(SearchPage.UnderstoodNeed::code))
                .toList();
        var text = TextQueryFactory.of(line.words(), q, understood, there.where() != null);
        return new Words(
                // A school for buyers is no school, and no word of it leads to those who were bought.
                text != null && codes.equals(List.of(BUYERS)) ? text.onlyNames() : text,
                new Read(
                        needs(understood),
                        lived,
                        Stream.concat(unclear(understood, lang).stream(), unsearched(understood))
                                .toList()),
                codes,
                there,
                shown(understood),
                line.organizations(),
                NameLineWords.areAll(line.needs(), understood));
    }

    /** A resource: its records alone answer, those that speak of the sector first. */
    private Words words(ResourceFinder.Resource resource, String lang, WhereReader.Reading there) {
        var needs = resource.codes().stream()
                .map(code -> new SearchPage.UnderstoodNeed(code, terms.tree().label(code, lang), resource.from()))
                .toList();
        return new Words(
                new TextQuery(List.of(), resource.about(), resource.about(), List.of(), TextQuery.Leniency.STRICT),
                new Read(needs, List.of(), List.of()),
                resource.codes(),
                there,
                List.of(),
                List.of(),
                false);
    }

    /** What the words could be read as, each with what speaks for it. */
    List<SearchPage.ReadCandidate> explained(@Nullable String q) {
        return q == null
                ? List.of()
                : lines.candidates(q).stream()
                        .map(each -> new SearchPage.ReadCandidate(
                                each.text(),
                                each.as(),
                                each.id(),
                                each.label(),
                                each.score(),
                                each.against(),
                                each.isRead()))
                        .toList();
    }

    /** Who fits some words. */
    FitBoosts fit(List<String> codes, boolean isYoung) {
        return FitBoosts.of(finder.situations(), codes, isYoung);
    }

    boolean isEverydayWord(String word) {
        return lines.isEverydayWord(word);
    }

    private WhereReader.Reading where(LineReading line) {
        return line.place()
                .map(read -> wheres.of(read.place(), read.isSure(), read.also()))
                .orElseGet(() -> wheres.asked(line.asked()));
    }

    private static List<SearchPage.UnderstoodNeed> needs(RecognitionResult understood) {
        return understood.needs().stream()
                .map(n -> new SearchPage.UnderstoodNeed(n.code(), n.label(), n.from()))
                .toList();
    }

    private static List<SearchPage.UnderstoodNeed> situations(RecognitionResult understood) {
        return understood.situations().stream()
                .map(s -> new SearchPage.UnderstoodNeed(s.code(), s.label(), s.from()))
                .toList();
    }

    private List<SearchPage.Unresolved> unclear(RecognitionResult understood, String lang) {
        return understood.unclear().stream()
                .map(form -> new SearchPage.Unresolved(
                        form.text(),
                        SearchPage.Unresolved.NEED,
                        form.codes().stream()
                                .map(code -> new SearchPage.Candidate(
                                        code, terms.tree().label(code, lang)))
                                .toList()))
                .toList();
    }

    /** The words in a need that it was not read from: unlike those of a query they are not searched. */
    private List<SearchPage.Unresolved> passedOver(
            RecognitionResult understood, List<SearchPage.UnderstoodNeed> coded) {
        var read = Stream.concat(
                        understood.unclear().stream().map(RecognitionResult.Unclear::text),
                        coded.stream().map(SearchPage.UnderstoodNeed::from))
                .toList();
        var rest =
                shown(understood).stream().filter(word -> !read.contains(word)).toList();
        return rest.isEmpty()
                ? List.of()
                : List.of(new SearchPage.Unresolved(String.join(" ", rest), SearchPage.Unresolved.NEED, List.of()));
    }

    private List<String> shown(RecognitionResult understood) {
        return understood.rest().stream().filter(finder::mayComeBack).distinct().toList();
    }

    private static String place(WhereReader.Reading where) {
        return where.place() == null ? "" : where.place().name();
    }

    /** The places that are not clear, without the text of one that no one knows if it may not come back. */
    List<SearchPage.Unresolved> places(WhereReader.Reading where) {
        return where.unresolved().stream()
                .map(place ->
                        place.candidates().isEmpty() && !finder.mayComeBack(place.text()) ? place.withoutText() : place)
                .toList();
    }

    /** The words that were too many to be searched, so that none is dropped in silence. */
    private Stream<SearchPage.Unresolved> unsearched(RecognitionResult understood) {
        var words = StopWords.without(String.join(" ", understood.rest()));
        var searched = Set.copyOf(TextQueryFactory.searched(words));
        var others = words.stream()
                .filter(word -> !searched.contains(word) && finder.mayComeBack(word))
                .distinct()
                .toList();
        return others.isEmpty()
                ? Stream.of()
                : Stream.of(
                        new SearchPage.Unresolved(String.join(" ", others), SearchPage.Unresolved.WORDS, List.of()));
    }
}
