import Geography
import Portal
import Text

/// The départements and régions in which the network has territories, be it with a part of one.
struct Areas: Sendable {
    struct DepartmentArea: Sendable {
        let department: Departement
        /// By name.
        let territories: [ID<Territory>]
    }

    struct RegionArea: Sendable {
        let region: Region
        /// Indices in `departments`, by name.
        let departments: [Int]
        /// By name.
        let territories: [ID<Territory>]
    }

    /// By name.
    let departments: [DepartmentArea]
    /// By name.
    let regions: [RegionArea]

    init(_ site: Site) {
        let ids = site.territories.indices.map { (folded(site.territories[$0].sheet.title), ID<Territory>(index: $0)) }
            .sorted { $0 < $1 }.map(\.1)
        var byDepartment: [Departement: [ID<Territory>]] = [:]
        var byRegion: [Region: [ID<Territory>]] = [:]
        for id in ids {
            let departments = site.extent(of: id)?.departements ?? []
            for department in departments { byDepartment[department, default: []].append(id) }
            let regions = departments.isEmpty ? [site[id].region].compactMap { $0 } : departments.map(\.region)
            for region in Set(regions) { byRegion[region, default: []].append(id) }
        }
        let departments = byDepartment.map { DepartmentArea(department: $0, territories: $1) }
            .sorted {
                (folded($0.department.name), $0.department.code) < (folded($1.department.name), $1.department.code)
            }
        self.departments = departments
        regions = byRegion.map { region, ids in
            let indices = departments.indices.filter { departments[$0].department.region == region }
            return RegionArea(region: region, departments: indices, territories: ids)
        }.sorted { (folded($0.region.name), $0.region.code) < (folded($1.region.name), $1.region.code) }
    }
}
