package org.nowrongdoor.exchange.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.exchange.redaction.PolicyResolver;
import org.nowrongdoor.exchange.row.JsonMembers;
import org.nowrongdoor.exchange.row.KnownTerms;
import org.nowrongdoor.exchange.row.PendingRow;
import org.nowrongdoor.storage.ChangedEntity;
import org.nowrongdoor.text.WireName;

/** The records that a file names more than once. Every row stores of them what stands in the end, so that no row undoes what
 *  another did, neither now nor when the file comes again. */
public final class RepeatedRecords {

    /** Of what is no file, or names no record twice. */
    public static final RepeatedRecords NONE = new RepeatedRecords(Map.of());

    private static final String POLICY = "location_policy";

    private final Map<CheckedRow.Key, RepeatedRecord> repeated;

    RepeatedRecords(Map<CheckedRow.Key, RepeatedRecord> repeated) {
        this.repeated = repeated;
    }

    /** A row as it is to be stored, with what is odd about it among its findings. */
    CheckedRow settle(CheckedRow row, KnownTerms terms) {
        if (repeated.isEmpty() || row.drafts().isEmpty() || row.findings().refused()) {
            return row;
        }
        var own = row.drafts().get(0);
        var mentions = own.nested() ? null : find(own);
        if (mentions != null && row.row().number() < mentions.lastOwn) {
            row.findings()
                    .warning(
                            own.place().at("id"),
                            own.id().toString(),
                            "stands in row " + mentions.lastOwn
                                    + " as well: the last row with an id counts, and this one is left out");
            return row.with(List.of(), Map.of());
        }
        if (mentions != null && mentions.firstLeftOut > 0) {
            row.findings()
                    .warning(
                            own.place().at("id"),
                            own.id().toString(),
                            "stands in row " + mentions.firstLeftOut
                                    + " as well: this row, the last with the id, counts");
        }
        return settleEach(row, terms);
    }

    private CheckedRow settleEach(CheckedRow row, KnownTerms terms) {
        var drafts = new ArrayList<PendingRow>();
        var places = new HashMap<>(row.placesOfServices());
        var gone = new HashSet<UUID>();
        for (var draft : row.drafts()) {
            var mentions = find(draft);
            if (mentions != null) {
                report(row, draft, mentions);
            }
            if (mentions == null || mentions.isOf(draft.owners())) {
                drafts.add(mentions == null ? draft : settled(row, draft, mentions, terms));
            } else {
                gone.add(draft.id());
                places.remove(draft.id());
            }
            if (mentions != null && mentions.places() != null) {
                places.computeIfPresent(draft.id(), (id, its) -> mentions.places());
            }
        }
        if (gone.contains(row.drafts().get(0).id())) {
            return row.with(List.of(), Map.of());
        }
        drafts.removeIf(isOfGone(gone).or(isElsewhere(places)));
        return row.with(drafts, places);
    }

    /** Whether a pair belongs to a record that another row gives to another. */
    private static Predicate<PendingRow> isOfGone(Set<UUID> gone) {
        return draft -> isIn(gone, draft.owners().service())
                || isIn(gone, draft.owners().location());
    }

    /** Whether a pair says of a service that it is given where it is not in the end. */
    private static Predicate<PendingRow> isElsewhere(Map<UUID, Set<UUID>> places) {
        return draft -> draft.entity() == ChangedEntity.SERVICE_AT_LOCATION
                && draft.owners().service() != null
                && !places.getOrDefault(draft.owners().service(), Set.of(draft.id()))
                        .contains(draft.id());
    }

    private static boolean isIn(Set<UUID> gone, @Nullable UUID id) {
        return id != null && gone.contains(id);
    }

    /** Whether another row is about one of some records otherwise, or may be. */
    boolean hasOneOf(List<PendingRow> drafts) {
        return !repeated.isEmpty() && drafts.stream().anyMatch(draft -> find(draft) != null);
    }

    private @Nullable RepeatedRecord find(PendingRow draft) {
        return repeated.get(CheckedRow.Key.of(draft));
    }

    private static PendingRow settled(CheckedRow row, PendingRow draft, RepeatedRecord mentions, KnownTerms terms) {
        var body = mentions.isRead() ? mentions.body().deepCopy() : draft.body();
        var settled = new PendingRow(
                draft.entity(),
                draft.id(),
                body,
                draft.place(),
                draft.owners(),
                draft.nested() && !(mentions.isRead() && mentions.isWhole()));
        if (PolicyResolver.asked(settled, terms).compareTo(mentions.policy()) < 0) {
            var policy = WireName.snakeCase(mentions.policy());
            row.findings()
                    .warning(
                            draft.place().at(POLICY),
                            JsonMembers.text(body, POLICY),
                            "becomes " + policy + ", as another row of the file says: the strictest policy counts");
            body.put(POLICY, policy);
        }
        return settled;
    }

    /** Tells what a row says otherwise than another. */
    private static void report(CheckedRow row, PendingRow draft, RepeatedRecord mentions) {
        var number = row.row().number();
        var places = row.placesOfServices().get(draft.id());
        var lost = new ArrayList<String>();
        var won = new ArrayList<String>();
        mentions.conflicts().forEach((member, conflict) -> {
            var isOther = member.equals(CheckedRow.PLACES)
                    ? places != null && !places.equals(mentions.places())
                    : isOther(draft, member, mentions);
            if (isOther) {
                lost.add(member);
            } else if (conflict.last() == number) {
                won.add(member);
            }
        });
        if (!lost.isEmpty()) {
            var last = mentions.conflicts().get(lost.get(0));
            warn(row, draft, lost, "in row " + (last == null ? 0 : last.last()) + ": what the file says last counts");
        } else if (!won.isEmpty()) {
            var other = mentions.conflicts().get(won.get(0));
            warn(
                    row,
                    draft,
                    won,
                    "in row " + (other == null ? 0 : other.other())
                            + ": what the file says last counts, as it stands here");
        }
    }

    private static boolean isOther(PendingRow draft, String member, RepeatedRecord mentions) {
        return (member.equals(RepeatedRecord.owner(draft.entity())) && !mentions.isOf(draft.owners()))
                || (draft.body().has(member)
                        && !draft.body().get(member).equals(mentions.body().get(member)));
    }

    private static void warn(CheckedRow row, PendingRow draft, List<String> members, String where) {
        row.findings()
                .warning(
                        draft.place(),
                        draft.id().toString(),
                        "is told otherwise (" + members.stream().sorted().collect(Collectors.joining(", ")) + ") "
                                + where);
    }
}
