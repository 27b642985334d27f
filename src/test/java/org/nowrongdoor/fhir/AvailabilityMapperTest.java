package org.nowrongdoor.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.nowrongdoor.support.Json.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AvailabilityMapperTest {

    private final ObjectMapper mapper = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'freq':'WEEKLY','byday':'MO','opens_at':'09:00','closes_at':'17:00'} | {'availableTime':[{'daysOfWeek':['mon'],'availableStartTime':'09:00:00','availableEndTime':'17:00:00'}]}
            {'freq':'WEEKLY','byday':'MO','opens_at':'00:00','closes_at':'23:59'} | {'availableTime':[{'daysOfWeek':['mon'],'allDay':true}]}
            {'freq':'WEEKLY','byday':'MO','opens_at':'00:00','closes_at':'24:00'} | {'availableTime':[{'daysOfWeek':['mon'],'allDay':true}]}
            {'freq':'WEEKLY','byday':'MO','opens_at':'08:00','closes_at':'07:59'} | {'availableTime':[{'daysOfWeek':['mon'],'allDay':true}]}
            {'freq':'WEEKLY','byday':'MO','opens_at':'20:00','closes_at':'24:00'} | {'availableTime':[{'daysOfWeek':['mon'],'availableStartTime':'20:00:00','availableEndTime':'23:59:59'}]}
            {'freq':'WEEKLY','byday':'SA','opens_at':'00:00','closes_at':'00:00'} | {'availabilityExceptions':'WEEKLY SA 00:00 00:00'}
            {'freq':'WEEKLY','byday':'SA','opens_at':'12:00','closes_at':'12:00'} | {'availabilityExceptions':'WEEKLY SA 12:00 12:00'}
            {'freq':'WEEKLY','byday':'MO','opens_at':'09:00','closes_at':'17:00','until':'2020-12-31'} | {'availabilityExceptions':'WEEKLY MO 09:00 17:00 to 2020-12-31'}
            {'freq':'WEEKLY','byday':'MO','opens_at':'09:00','closes_at':'17:00','dtstart':'2027-06-01'} | {'availabilityExceptions':'WEEKLY MO 09:00 17:00 from 2027-06-01'}
            {'freq':'WEEKLY','byday':'MO','bymonthday':'1','opens_at':'09:00','closes_at':'17:00'} | {'availabilityExceptions':'WEEKLY MO 1 09:00 17:00'}
            {'valid_from':'2026-12-25','valid_to':'2026-12-25'} | {'notAvailable':[{'description':'Closed','during':{'start':'2026-12-25','end':'2026-12-25'}}]}
            {'valid_from':'2026-12-24','valid_to':'2027-01-01','description':'Winter break'} | {'notAvailable':[{'description':'Winter break','during':{'start':'2026-12-24','end':'2027-01-01'}}]}
            {'valid_from':'2026-01-01','valid_to':'2026-12-31'} | {'availabilityExceptions':'from 2026-01-01 to 2026-12-31'}
            """)
    void hoursAreToldAsTheyAreMeant(String schedule, String expected) throws JsonProcessingException {
        var service = FhirJsonBuilder.object();
        AvailabilityMapper.addTo(service, List.of(mapper.readTree(json("[%s]", json(schedule)))));
        assertEquals(mapper.readTree(json(expected)), service);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [{'id':'1','freq':'WEEKLY','byday':'MO','opens_at':'09:00','closes_at':'17:00'}] | [{'id':'2','freq':'WEEKLY','byday':'MO','opens_at':'09:00','closes_at':'17:00'}] | {'availableTime':[{'daysOfWeek':['mon'],'availableStartTime':'09:00:00','availableEndTime':'17:00:00'}]}
            [{'freq':'WEEKLY','byday':'MO','opens_at':'09:00','closes_at':'17:00'}] | [{'freq':'WEEKLY','byday':'TU','opens_at':'09:00','closes_at':'17:00'}] | {'availableTime':[{'daysOfWeek':['mon'],'availableStartTime':'09:00:00','availableEndTime':'17:00:00'},{'daysOfWeek':['tue'],'availableStartTime':'09:00:00','availableEndTime':'17:00:00'}],'availabilityExceptions':'hours differ from one location to another: call first'}
            [{'freq':'WEEKLY','byday':'MO','opens_at':'09:00','closes_at':'17:00'}] | [] | {'availableTime':[{'daysOfWeek':['mon'],'availableStartTime':'09:00:00','availableEndTime':'17:00:00'}],'availabilityExceptions':'hours differ from one location to another: call first; hours are not known at every location: call first'}
            [{'valid_from':'2026-12-25','valid_to':'2026-12-25'}] | [{'location_id':'1','valid_from':'2026-12-25','valid_to':'2026-12-25'}] | {'notAvailable':[{'description':'Closed','during':{'start':'2026-12-25','end':'2026-12-25'}}]}
            [{'valid_from':'2026-12-25','valid_to':'2026-12-25'}] | [{'freq':'WEEKLY','byday':'FR','opens_at':'00:00','closes_at':'23:59'}] | {'availableTime':[{'daysOfWeek':['fri'],'allDay':true}],'availabilityExceptions':'hours differ from one location to another: call first; closed at some locations from 2026-12-25 to 2026-12-25'}
            """)
    void hoursOfSeveralLocationsAddUpAndTheRestIsSaid(String one, String other, String expected)
            throws JsonProcessingException {
        var service = FhirJsonBuilder.object();
        AvailabilityMapper.addTo(service, List.of(mapper.readTree(json(one)), mapper.readTree(json(other))));
        assertEquals(mapper.readTree(json(expected)), service);
    }
}
