package org.nowrongdoor.access.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** An entry of the audit log as it is stored; without number and digest until it is chained. */
@Entity
@Table(name = "audit_log")
@DynamicUpdate
@SuppressWarnings("NullAway.Init")
public class AuditRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long ticket;

    public @Nullable Long seq;
    public Instant at;
    public String actor;
    public String action;
    public String entity;

    @Column(name = "id")
    public String entityId;

    /** The organisation of the actor's key; null for one of none. */
    @Column(name = "organization_id")
    public @Nullable UUID organizationId;

    public byte @Nullable [] digest;

    /** What leaves the house. Only for a row that is chained. */
    AuditEntry entry() {
        return new AuditEntry(
                Objects.requireNonNull(seq),
                at,
                actor,
                action,
                entity,
                entityId,
                HexFormat.of().formatHex(Objects.requireNonNull(digest)));
    }

    /** What the digest covers. A unit separator stands between fields: no field holds one, so no two rows read alike. */
    String sealed(String previousDigest) {
        var text = String.join(
                "\u001f", previousDigest, String.valueOf(seq), at.toString(), actor, action, entity, entityId);
        return organizationId == null ? text : text + "\u001f" + organizationId;
    }
}
