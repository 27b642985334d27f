package org.nowrongdoor.directory.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a record is. Only the first three ever answer a search for help. */
@Schema(name = "ServiceKind")
public enum Kind {
    @JsonProperty("service")
    SERVICE,
    @JsonProperty("hotline")
    HOTLINE,
    @JsonProperty("navigator")
    NAVIGATOR,
    @JsonProperty("report_line")
    REPORT_LINE,
    @JsonProperty("buyer_programme")
    BUYER_PROGRAMME,
    @JsonProperty("prevention")
    PREVENTION,
    @JsonProperty("training")
    TRAINING,
    @JsonProperty("law")
    LAW,
    @JsonProperty("task_force")
    TASK_FORCE,
    @JsonProperty("coalition")
    COALITION,
    @JsonProperty("guide")
    GUIDE;

    /** Whether a person who needs help may be sent here. */
    public boolean answersHelp() {
        return this == SERVICE || this == HOTLINE || this == NAVIGATOR;
    }
}
