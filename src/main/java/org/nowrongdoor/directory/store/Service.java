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
import org.nowrongdoor.directory.record.Kind;
import org.nowrongdoor.directory.record.LocationPolicy;
import org.nowrongdoor.directory.record.ServiceRecord;
import org.nowrongdoor.directory.record.Status;

/** A service in the store: what is asked for in columns, everything else in its record.
 *  The record in {@code body} has neither its organisation nor its places nested in it: they are rows of their own. */
@Entity
public class Service {

    @Id
    public UUID id;

    @Column(name = "organization_id")
    public @Nullable UUID organizationId;

    public String name;

    @Enumerated(EnumType.STRING)
    public Status status;

    @Enumerated(EnumType.STRING)
    public Kind kind;

    @Enumerated(EnumType.STRING)
    @Column(name = "location_policy")
    public LocationPolicy locationPolicy;

    /** Terms hung on the service, of whatever taxonomy. */
    @Column(name = "term_ids")
    public UUID[] termIds;

    @Column(name = "last_modified")
    public Instant lastModified;

    @JdbcTypeCode(SqlTypes.JSON)
    public ServiceRecord body;
}
