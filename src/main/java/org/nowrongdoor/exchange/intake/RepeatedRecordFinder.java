package org.nowrongdoor.exchange.intake;

import java.util.HashMap;
import java.util.Map;
import org.nowrongdoor.exchange.redaction.PolicyResolver;
import org.nowrongdoor.exchange.row.KnownTerms;
import org.nowrongdoor.exchange.row.PendingRow;
import org.nowrongdoor.exchange.row.RecordSize;
import org.nowrongdoor.exchange.row.TermLoader;
import org.nowrongdoor.storage.ChangedEntity;

/** Finds the records that a file names more than once, in two passes: one that sees which may be, in a fixed memory, and one
 *  that reads what is said of those. A row with faults says nothing. */
final class RepeatedRecordFinder {

    // 32 MB: some 15,000 records. Of more it is known which rows are left out, and the strictest policy.
    private static final long MOST_WEIGHT = 32L << 20;
    // Maps of some ten members.
    private static final long OVERHEAD = 1_000;
    private static final long OWN = 1;
    // That of FNV-1a.
    private static final long PRIME = 0x100000001B3L;

    private final KnownTerms terms;
    private final BloomFilter seen;
    private final Map<CheckedRow.Key, RepeatedRecord> repeated = new HashMap<>();
    private boolean isSecondPass;
    private long weight;

    /** A search of a file that has not begun.
     *  @param terms what is known before; it learns those of the file */
    RepeatedRecordFinder(KnownTerms terms, long fileBytes) {
        this.terms = terms;
        // A bit for each byte: a row of 500 bytes makes seven to twelve hashes.
        this.seen = new BloomFilter(fileBytes);
    }

    /** Takes the next row of a pass. */
    void take(CheckedRow row) {
        if (row.findings().refused() || row.drafts().isEmpty()) {
            return;
        }
        if (isSecondPass) {
            var isLeftOut = isLeftOut(row);
            row.drafts().forEach(draft -> read(row, draft, isLeftOut));
        } else {
            row.drafts().forEach(draft -> look(row, draft));
        }
        row.drafts().stream()
                .filter(draft -> draft.entity() == ChangedEntity.TAXONOMY_TERM)
                .forEach(draft -> terms.learn(TermLoader.known(draft)));
    }

    private void look(CheckedRow row, PendingRow draft) {
        var key = CheckedRow.Key.of(draft);
        var number = row.row().number();
        var mentions = repeated.get(key);
        if (mentions == null) {
            var isSeen = seen.add(hash(key, 0));
            var isSeenSo = seen.add(hash(key, content(row, draft)));
            var isOwnAgain = !draft.nested() && seen.add(hash(key, OWN));
            if (isOwnAgain || (isSeen && !isSeenSo)) {
                mentions = new RepeatedRecord();
                repeated.put(key, mentions);
            }
        }
        if (mentions != null && !draft.nested()) {
            mentions.lastOwn = number;
        }
    }

    /** Whether a row that was taken may be about a record. */
    boolean mayName(PendingRow record) {
        return seen.mayHold(hash(CheckedRow.Key.of(record), 0));
    }

    /** Begins the second pass.
     *  @return false when none is needed */
    boolean beginSecondPass() {
        isSecondPass = true;
        return !repeated.isEmpty();
    }

    private boolean isLeftOut(CheckedRow row) {
        var own = row.drafts().get(0);
        var mentions = own.nested() ? null : repeated.get(CheckedRow.Key.of(own));
        if (mentions == null || row.row().number() >= mentions.lastOwn) {
            return false;
        }
        mentions.firstLeftOut = mentions.firstLeftOut == 0 ? row.row().number() : mentions.firstLeftOut;
        return true;
    }

    private void read(CheckedRow row, PendingRow draft, boolean isLeftOut) {
        var mentions = repeated.get(CheckedRow.Key.of(draft));
        if (mentions == null) {
            return;
        }
        mentions.addPolicy(PolicyResolver.asked(draft, terms));
        if (!isLeftOut && (mentions.isRead() || weight < MOST_WEIGHT)) {
            weight -= weight(mentions);
            mentions.add(
                    draft, row.placesOfServices().get(draft.id()), row.row().number());
            weight += weight(mentions);
        }
    }

    private static long weight(RepeatedRecord mentions) {
        return mentions.isRead() ? OVERHEAD + RecordSize.of(mentions.body()).weight() : 0;
    }

    /** What was found. */
    RepeatedRecords found() {
        return repeated.isEmpty() ? RepeatedRecords.NONE : new RepeatedRecords(repeated);
    }

    /** A hash of what is said of a record: that of its map adds up, and so is the same for many. */
    private static long content(CheckedRow row, PendingRow draft) {
        var places = row.placesOfServices().get(draft.id());
        long hash = 31L * draft.owners().hashCode() + (places == null ? 1 : places.hashCode());
        var text = draft.body().toString();
        for (int i = 0; i < text.length(); i++) {
            hash = hash * PRIME + text.charAt(i);
        }
        return hash;
    }

    private static long hash(CheckedRow.Key key, long more) {
        var id = key.id();
        return mix(mix(mix(mix(id.getMostSignificantBits()) ^ id.getLeastSignificantBits())
                        + key.entity().wire().hashCode())
                ^ more);
    }

    /** The finalizer of SplitMix64. */
    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
