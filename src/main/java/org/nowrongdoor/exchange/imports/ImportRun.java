package org.nowrongdoor.exchange.imports;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.access.caller.Reach;
import org.nowrongdoor.access.caller.Sealing;
import org.nowrongdoor.exchange.upload.StagedFile;

/** An import, from the moment its file has come in. */
@Entity
@Table(name = "import_run")
public class ImportRun {

    @Id
    public UUID id;

    public @Nullable String actor;

    /** The organisation of the sender's key, whose records alone it may hold; null reaches across. */
    @Column(name = "organization_id")
    public @Nullable UUID organizationId;

    /** Where the file comes from, in the sender's words. */
    public @Nullable String source;

    public String format;

    /** Whether good rows are stored even when others are refused. */
    public boolean partial;

    @Column(name = "dry_run")
    public boolean dryRun;

    /** {@code queued running completed failed}. */
    public String status;

    /** What is done while it runs. */
    public enum Phase {
        CHECKING,
        APPLYING
    }

    /** Null before it begins. */
    @Enumerated(EnumType.STRING)
    public @Nullable Phase phase;

    /** The file until the end, with its sealed key. */
    public @Nullable UUID stage;

    @Column(name = "stage_key")
    public byte @Nullable [] stageKey;

    @Column(name = "stage_from")
    public long stageFrom;

    @Column(name = "stage_to")
    public long stageTo;

    /** How often it has begun or gone on without getting past {@link #reached}. */
    public int tries;

    /** The furthest row of this phase. */
    public long reached;

    /** Since when its process is gone and its file is not to be had. */
    @Column(name = "lost_at")
    public @Nullable Instant lostAt;

    /** The end of the change log when everything was stored. */
    @Column(name = "searchable_mark")
    public @Nullable Long searchableMark;

    /** When a search could find all of it. */
    @Column(name = "searchable_at")
    public @Nullable Instant searchableAt;

    /** How it ended, in a sentence. */
    public @Nullable String detail;

    public long read;
    public long added;
    public long changed;
    public long unchanged;
    public long refused;
    public long redacted;

    /** Findings that are not kept, because there are too many. */
    @Column(name = "findings_left_out")
    public long findingsLeftOut;

    @Column(name = "received_at")
    public Instant receivedAt;

    @Column(name = "started_at")
    public @Nullable Instant startedAt;

    @Column(name = "ended_at")
    public @Nullable Instant endedAt;

    /** Notes where its file lies; the key is sealed for this import alone. */
    void stage(StagedFile file, Sealing sealing) {
        stage = file.name();
        stageKey = sealing.seal(file.key(), "import/" + id);
        stageFrom = file.from();
        stageTo = file.to();
    }

    /** Where its file lies; empty when that is not known. */
    Optional<StagedFile> staged(Sealing sealing) {
        if (stage == null || stageKey == null) {
            return Optional.empty();
        }
        return Optional.of(new StagedFile(stage, sealing.open(stageKey, "import/" + id), stageFrom, stageTo));
    }

    ImportTotals totals() {
        return new ImportTotals(read, added, changed, unchanged, refused, redacted);
    }

    /** Whether it has begun to store anything. */
    boolean stores() {
        return phase == Phase.APPLYING && !dryRun;
    }

    Reach reach() {
        return new Reach(organizationId);
    }
}
