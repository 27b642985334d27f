package org.nowrongdoor.exchange.imports;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An import, from the moment its file has come in. */
@Entity
@Table(name = "import_run")
public class ImportRun {

    @Id
    public UUID id;

    public @Nullable String actor;

    /** Where the file comes from, in the sender's words. */
    public @Nullable String source;

    public String format;

    /** Whether good rows are stored even when others are refused. */
    public boolean partial;

    @Column(name = "dry_run")
    public boolean dryRun;

    /** {@code queued running completed failed}. */
    public String status;

    /** How it ended, in a sentence. */
    public @Nullable String detail;

    public long read;
    public long added;
    public long changed;
    public long unchanged;
    public long refused;
    public long redacted;

    @Column(name = "received_at")
    public Instant receivedAt;

    @Column(name = "started_at")
    public @Nullable Instant startedAt;

    @Column(name = "ended_at")
    public @Nullable Instant endedAt;
}
