package org.nowrongdoor.directory.vetting;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts vetting files together as their readers may see them. Anyone sees what its organisation had time to reply to, what
 *  was said within a year, and no concern that fewer than two organisations confirm. */
@Singleton
public class VettingReader {

    /** Who reads a file. */
    public enum Side {
        ANYONE,
        /** The organisation itself, by a link: also what is not shown yet, and no concern that waits for a second. */
        PROVIDER,
        VETTER
    }

    // A year: as long as a statement of a provider counts.
    private static final int GOOD_YEARS = 1;
    private static final int ENOUGH = 2;

    private final VettingRepository stored;
    private final VettingConfig config;
    private final Clock clock;

    VettingReader(VettingRepository stored, VettingConfig config, Clock clock) {
        this.stored = stored;
        this.config = config;
        this.clock = clock;
    }

    /** Whether there is such an organisation. */
    public boolean isOrganization(UUID id) {
        return stored.isOrganization(id);
    }

    /** The file of an organisation; one that says nothing where nothing was said. */
    public VettingView get(UUID organization, Side side, String lang) {
        return new Pile(Set.of(organization), side, lang).file(organization);
    }

    /** The files of some organisations as anyone sees them. */
    public Map<UUID, VettingSummary> summaries(Collection<UUID> organizations, String lang) {
        var ids = Set.copyOf(organizations);
        if (ids.isEmpty()) {
            return Map.of();
        }
        var pile = new Pile(ids, Side.ANYONE, lang);
        return ids.stream().collect(Collectors.toMap(id -> id, id -> VettingSummary.of(pile.file(id))));
    }

    /** What is stored of some organisations, as one side sees it today. */
    private final class Pile {

        private final Side side;
        private final VettingTexts texts;
        private final LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        private final Map<UUID, List<VettingRow.Answer>> answers;
        private final Map<UUID, List<VettingRow.Concern>> concerns;
        private final Map<UUID, List<VettingRow.Review>> reviews;

        private Pile(Set<UUID> organizations, Side side, String lang) {
            this.side = side;
            texts = VettingTexts.in(lang);
            answers = grouped(stored.answers(organizations), VettingRow::organizationId);
            concerns = grouped(stored.concerns(organizations), VettingRow::organizationId);
            reviews = grouped(stored.reviews(organizations), VettingRow.Review::concernId);
        }

        private VettingView file(UUID organization) {
            var said = answers.getOrDefault(organization, List.of());
            return new VettingView(
                    organization,
                    Arrays.stream(VettingQuestion.values())
                            .map(question -> answer(question, said))
                            .toList(),
                    concerns.getOrDefault(organization, List.of()).stream()
                            .map(this::concern)
                            .filter(concern -> isSeen(concern.status()))
                            .toList(),
                    texts.note());
        }

        private VettingView.Answer answer(VettingQuestion question, List<VettingRow.Answer> said) {
            var all = said.stream()
                    .filter(row -> row.question() == question)
                    .map(this::statement)
                    .toList();
            var shown = all.stream().filter(this::isShown).toList();
            var known = shown.stream()
                    .map(VettingView.Statement::value)
                    .filter(value -> value != AnswerCode.UNKNOWN)
                    .distinct()
                    .toList();
            return new VettingView.Answer(
                    question,
                    texts.of(question),
                    known.size() == 1 ? known.get(0) : AnswerCode.UNKNOWN,
                    side == Side.ANYONE ? shown : all);
        }

        private VettingView.Statement statement(VettingRow.Answer row) {
            return new VettingView.Statement(
                    row.value(),
                    row.asStated(),
                    row.evidence(),
                    row.vetterId(),
                    row.statedOn(),
                    row.firstStatedOn().plusDays(config.replyDays()),
                    row.statedOn().plusYears(GOOD_YEARS));
        }

        private boolean isShown(VettingView.Statement statement) {
            return !today.isBefore(statement.shownFrom()) && today.isBefore(statement.reviewOn());
        }

        private VettingView.Concern concern(VettingRow.Concern row) {
            var looked = reviews.getOrDefault(row.id(), List.of());
            var ends = looked.stream()
                    .filter(review -> review.decision() == ReviewCode.CONFIRM)
                    .map(review -> review.reviewedOn().plusYears(GOOD_YEARS))
                    .filter(today::isBefore)
                    .sorted(Comparator.reverseOrder())
                    .toList();
            var shownFrom = row.confirmedOn() == null ? null : row.confirmedOn().plusDays(config.replyDays());
            return new VettingView.Concern(
                    row.id(),
                    row.code(),
                    texts.of(row.code()),
                    row.says(),
                    row.evidence(),
                    status(shownFrom, ends.size()),
                    looked.stream()
                            .map(review ->
                                    new VettingView.Review(review.vetterId(), review.decision(), review.reviewedOn()))
                            .toList(),
                    row.filedOn(),
                    shownFrom,
                    // With the end of the second no two are left.
                    ends.size() < ENOUGH ? null : ends.get(ENOUGH - 1),
                    row.reply() == null || row.repliedOn() == null
                            ? null
                            : new VettingView.Reply(row.reply(), row.repliedOn()));
        }

        private ConcernStatus status(@Nullable LocalDate shownFrom, int confirmations) {
            if (shownFrom == null) {
                return ConcernStatus.WAITING;
            }
            if (confirmations < ENOUGH) {
                return ConcernStatus.LAPSED;
            }
            return today.isBefore(shownFrom) ? ConcernStatus.REPLYING : ConcernStatus.SHOWN;
        }

        private boolean isSeen(ConcernStatus status) {
            return switch (side) {
                case ANYONE -> status == ConcernStatus.SHOWN;
                case PROVIDER -> status != ConcernStatus.WAITING;
                case VETTER -> true;
            };
        }
    }

    private static <T> Map<UUID, List<T>> grouped(List<T> rows, Function<? super T, UUID> key) {
        return rows.stream().collect(Collectors.groupingBy(key));
    }
}
