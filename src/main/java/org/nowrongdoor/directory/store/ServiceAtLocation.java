package org.nowrongdoor.directory.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.nowrongdoor.directory.record.ServiceAtLocationRecord;

/** A service given at a place. */
@Entity
@Table(name = "service_at_location")
public class ServiceAtLocation {

    @Id
    public UUID id;

    @Column(name = "service_id")
    public UUID serviceId;

    @Column(name = "location_id")
    public UUID locationId;

    @Column(name = "last_modified")
    public Instant lastModified;

    @JdbcTypeCode(SqlTypes.JSON)
    public ServiceAtLocationRecord body;
}
