package org.nowrongdoor.directory.law;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.problem.Fault;
import org.nowrongdoor.problem.NearestName;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;
import org.nowrongdoor.text.WebHostReader;

/** Checks notes and questions about them: no note without a citation, a source and its date. */
@Singleton
class LegalNoteChecker {

    private static final int OLDEST = 130;
    private static final int LONGEST = 2000;
    private static final int DAY_LENGTH = "2026-08-01".length();
    private static final Pattern STATE = Pattern.compile("[A-Z]{2}");
    private static final Pattern DAY_MONTH_OR_YEAR =
            Pattern.compile("\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?");

    /** @throws ProblemException INVALID_PARAMETER naming the first parameter that cannot be meant */
    void checkQuestion(@Nullable String state, @Nullable String topic, @Nullable Integer age, @Nullable String lang) {
        var faults = new ArrayList<Fault>();
        state(state, faults);
        if (topic != null) {
            topic(topic, "/topic", faults);
        }
        age(age, "/age", faults);
        if (lang != null && !List.of("en", "es").contains(lang)) {
            faults.add(new Fault("/lang", "lang must be en or es"));
        }
        refuse(ProblemKind.INVALID_PARAMETER, faults);
    }

    /** @throws ProblemException UNPROCESSABLE naming everything that is missing or wrong */
    void check(UUID id, LegalNoteRecord note) {
        var faults = new ArrayList<Fault>();
        if (note.id() != null && !note.id().equals(id)) {
            faults.add(new Fault("/id", "id must be the id in the path (" + id + ")"));
        }
        state(note.state(), faults);
        if (note.topics().isEmpty()) {
            faults.add(new Fault("/topics", "topics must hold one of " + String.join(", ", LegalTopics.ALL)));
        } else if (new HashSet<>(note.topics()).size() < note.topics().size()) {
            faults.add(new Fault(
                    "/topics",
                    "topics must hold each topic once, were " + note.topics().size()));
        }
        for (var i = 0; i < Math.min(note.topics().size(), LegalTopics.ALL.size()); i++) {
            topic(note.topics().get(i), "/topics/" + i, faults);
        }
        age(note.minAge(), "/min_age", faults);
        age(note.maxAge(), "/max_age", faults);
        if (note.minAge() != null && note.maxAge() != null && note.minAge() > note.maxAge()) {
            faults.add(new Fault("/min_age", "min_age must be at most max_age (" + note.maxAge() + ")"));
        }
        words(note.text() == null ? null : note.text().en(), "/text/en", faults);
        words(note.text() == null ? null : note.text().es(), "/text/es", faults);
        words(note.citation(), "/citation", faults);
        if (note.asStated() != null) {
            words(note.asStated(), "/as_stated", faults);
        }
        if (note.sourceUrl() == null || !isWeb(note.sourceUrl())) {
            faults.add(
                    new Fault("/source_url", "source_url must be an http or https address: a note stands on a source"));
        }
        if (note.asOf() == null || !isDayMonthOrYear(note.asOf())) {
            faults.add(new Fault("/as_of", "as_of must be a day, month or year such as 2026-08-01, 2026-08 or 2026"));
        }
        refuse(ProblemKind.UNPROCESSABLE, faults);
    }

    private static void state(@Nullable String state, List<Fault> faults) {
        if (state != null && !STATE.matcher(state).matches()) {
            faults.add(
                    new Fault("/state", "state must be two capital letters such as FL; leave it out for the nation"));
        }
    }

    private static void topic(String topic, String pointer, List<Fault> faults) {
        if (!LegalTopics.ALL.contains(topic)) {
            faults.add(new Fault(
                    pointer,
                    "topic must be one of " + String.join(", ", LegalTopics.ALL)
                            + NearestName.hint(topic, LegalTopics.ALL)));
        }
    }

    private static void age(@Nullable Integer age, String pointer, List<Fault> faults) {
        if (age != null && (age < 0 || age > OLDEST)) {
            faults.add(new Fault(pointer, pointer.substring(1) + " must be 0 to " + OLDEST + ", was " + age));
        }
    }

    private static void words(@Nullable String words, String pointer, List<Fault> faults) {
        if (words == null || words.isBlank() || words.length() > LONGEST) {
            faults.add(new Fault(pointer, pointer.substring(1) + " must be text of 1 to " + LONGEST + " letters"));
        }
    }

    private static boolean isWeb(String url) {
        return url.length() <= WebHostReader.LONGEST_ADDRESS && WebHostReader.isWebAddress(url);
    }

    private static boolean isDayMonthOrYear(String text) {
        if (!DAY_MONTH_OR_YEAR.matcher(text).matches()) {
            return false;
        }
        try {
            return text.length() < DAY_LENGTH || LocalDate.parse(text).getYear() > 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static void refuse(ProblemKind kind, List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw ProblemException.of(kind, faults.get(0).detail(), faults);
        }
    }
}
