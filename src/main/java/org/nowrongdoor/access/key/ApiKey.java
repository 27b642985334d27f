package org.nowrongdoor.access.key;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.access.caller.KeyMaker;
import org.nowrongdoor.access.caller.Scope;

/** A key as it is stored: hashed, with what it may do and until when. */
@Entity
@Table(name = "api_key")
@DynamicUpdate
@SuppressWarnings("NullAway.Init")
public class ApiKey {

    @Id
    public UUID id;

    public String name;
    public String prefix;
    public byte[] digest;
    public String[] scopes;
    public String[] origins;

    @Column(name = "organization_id")
    public @Nullable UUID organizationId;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "created_by")
    public String createdBy;

    /** Whose hand it comes from, as {@link KeyMaker} writes it. */
    @Column(name = "made_by")
    public String madeBy;

    @Column(name = "expires_at")
    public @Nullable Instant expiresAt;

    @Column(name = "revoked_at")
    public @Nullable Instant revokedAt;

    @Column(name = "last_used_on")
    public @Nullable LocalDate lastUsedOn;

    @Version
    int version;

    /** Whether it opens anything at a time. */
    boolean isValidAt(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }

    /** Whether it is one for pages of certain sites. */
    boolean isForEmbedding() {
        return origins.length > 0;
    }

    public Set<Scope> scopes() {
        var set = EnumSet.noneOf(Scope.class);
        Arrays.stream(scopes).forEach(wire -> Scope.find(wire).ifPresent(set::add));
        return set;
    }

    KeyView view() {
        return new KeyView(
                id,
                name,
                prefix,
                List.copyOf(scopes()),
                List.of(origins),
                organizationId,
                createdAt,
                createdBy,
                KeyMaker.read(madeBy).shown(),
                expiresAt,
                revokedAt,
                lastUsedOn);
    }
}
