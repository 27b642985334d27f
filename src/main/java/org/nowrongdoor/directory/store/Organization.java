package org.nowrongdoor.directory.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.record.OrganizationRecord;

/** An organisation in the store; its places and services are rows of their own. */
@Entity
public class Organization {

    @Id
    public UUID id;

    public String name;

    @Column(name = "parent_organization_id")
    public @Nullable UUID parentOrganizationId;

    /** Terms hung on the organisation itself, of whatever taxonomy. */
    @Column(name = "term_ids")
    public UUID[] termIds;

    @Column(name = "last_modified")
    public Instant lastModified;

    @JdbcTypeCode(SqlTypes.JSON)
    public OrganizationRecord body;
}
