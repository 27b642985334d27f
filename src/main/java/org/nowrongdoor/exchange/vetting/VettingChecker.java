package org.nowrongdoor.exchange.vetting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.vetting.AnswerCode;
import org.nowrongdoor.directory.vetting.VettingEvidence;
import org.nowrongdoor.directory.vetting.VettingQuestion;
import org.nowrongdoor.exchange.text.AddressDetector;
import org.nowrongdoor.problem.Fault;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;
import org.nowrongdoor.text.WebHostReader;

/** Checks what is said of an organisation, and cuts every address: a vetting file needs none, and one of its locations may
 *  become confidential at any time. */
final class VettingChecker {

    private static final LocalDate OLDEST = LocalDate.of(1990, 1, 1);

    private final List<Fault> faults = new ArrayList<>();
    private final LocalDate today;

    private VettingChecker(LocalDate today) {
        this.today = today;
    }

    /** What is said as it is kept.
     *  @throws ProblemException UNPROCESSABLE naming everything that is missing or wrong */
    static NewVetting checked(NewVetting given, LocalDate today) {
        var checker = new VettingChecker(today);
        var checked = new NewVetting(checker.answers(given.answers()), checker.concerns(given.concerns()));
        if (given.answers().isEmpty() && given.concerns().isEmpty()) {
            checker.add("", "the body must hold an answer or a concern at least");
        }
        checker.refuse();
        return checked;
    }

    /** A reply as it is kept.
     *  @throws ProblemException UNPROCESSABLE for one without words */
    static String checkedReply(String text) {
        if (text.isBlank()) {
            throw ProblemException.of(
                    ProblemKind.UNPROCESSABLE,
                    "text must hold a word at least; send null to take the reply back",
                    List.of(new Fault("/text", "must hold a word at least")));
        }
        return AddressDetector.withhold(text.strip());
    }

    private List<NewVetting.Answer> answers(List<NewVetting.Answer> given) {
        Set<VettingQuestion> seen = EnumSet.noneOf(VettingQuestion.class);
        var checked = new ArrayList<NewVetting.Answer>();
        for (var i = 0; i < given.size(); i++) {
            var answer = given.get(i);
            var at = "/answers/" + i;
            if (!seen.add(answer.question())) {
                add(
                        at + "/question",
                        "question must stand once, was " + answer.question().wire() + " again");
            }
            var evidence = evidence(answer.evidence(), at);
            var isKnown = answer.value() == AnswerCode.YES || answer.value() == AnswerCode.NO;
            if (isKnown && evidence.isEmpty()) {
                add(at + "/evidence", "a yes or no needs one source in evidence. Without one say unknown");
            }
            checked.add(new NewVetting.Answer(answer.question(), answer.value(), words(answer.asStated()), evidence));
        }
        return checked;
    }

    private List<NewVetting.Concern> concerns(List<NewVetting.Concern> given) {
        var checked = new ArrayList<NewVetting.Concern>();
        for (var i = 0; i < given.size(); i++) {
            var concern = given.get(i);
            var at = "/concerns/" + i;
            var says = words(concern.says());
            if (says == null) {
                add(at + "/says", "says must hold a word at least");
            }
            var evidence = evidence(concern.evidence(), at);
            if (evidence.stream().allMatch(source -> source.sourceUrl() == null)) {
                add(at + "/evidence", "evidence must hold one source with source_url at least: a concern stands on it");
            }
            checked.add(new NewVetting.Concern(concern.code(), says == null ? "" : says, evidence));
        }
        return checked;
    }

    private List<VettingEvidence> evidence(List<VettingEvidence> given, String at) {
        var checked = new ArrayList<VettingEvidence>();
        for (var i = 0; i < given.size(); i++) {
            var source = given.get(i);
            var place = at + "/evidence/" + i;
            var words = words(source.asStated());
            if (source.sourceUrl() == null && words == null) {
                add(place, "a source must hold source_url, or as_stated for what was heard");
            } else if (source.sourceUrl() != null && !WebHostReader.isWebAddress(source.sourceUrl())) {
                add(place + "/source_url", "source_url must be an http or https address");
            } else if (source.sourceUrl() != null && AddressDetector.isMapLink(source.sourceUrl())) {
                add(place + "/source_url", "source_url must not lead to a map. It must not be a short link");
            }
            var seen = source.seenOn();
            if (seen != null && (seen.isBefore(OLDEST) || seen.isAfter(today))) {
                add(place + "/seen_on", "seen_on must be " + OLDEST + " to today (" + today + "), was " + seen);
            }
            checked.add(new VettingEvidence(source.sourceUrl(), words, seen));
        }
        return checked;
    }

    private static @Nullable String words(@Nullable String text) {
        return text == null || text.isBlank() ? null : AddressDetector.withhold(text.strip());
    }

    private void add(String pointer, String detail) {
        faults.add(new Fault(pointer, detail));
    }

    private void refuse() {
        if (!faults.isEmpty()) {
            throw ProblemException.of(ProblemKind.UNPROCESSABLE, faults.get(0).detail(), faults);
        }
    }
}
