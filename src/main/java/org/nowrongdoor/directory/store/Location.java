package org.nowrongdoor.directory.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.record.LocationPolicy;
import org.nowrongdoor.directory.record.LocationRecord;

/** A place in the store. Where it is stands here only when its policy is public; the database holds that too. */
@Entity
public class Location {

    @Id
    public UUID id;

    @Column(name = "organization_id")
    public @Nullable UUID organizationId;

    @Enumerated(EnumType.STRING)
    @Column(name = "location_policy")
    public LocationPolicy locationPolicy;

    @Column(name = "postal_code")
    public @Nullable String postalCode;

    /** WGS 84 degrees; null where the place is not public, or where the stated value is none. */
    public @Nullable Double latitude;

    public @Nullable Double longitude;

    @Column(name = "last_modified")
    public Instant lastModified;

    @JdbcTypeCode(SqlTypes.JSON)
    public LocationRecord body;
}
