using 'main.bicep'

// The smallest that works: one instance, a burstable database, backups of a week.
param environmentName = 'dev'
param appId = readEnvironmentVariable('ROADMAPBOT_APP_ID')
param appSecret = readEnvironmentVariable('ROADMAPBOT_APP_SECRET')
param databasePassword = readEnvironmentVariable('ROADMAPBOT_DATABASE_PASSWORD')
param anonymityKey = readEnvironmentVariable('ROADMAPBOT_ANONYMITY_KEY')
param image = readEnvironmentVariable('ROADMAPBOT_IMAGE', '')
param minReplicas = 1
param maxReplicas = 1
param databaseSku = { name: 'Standard_B1ms', tier: 'Burstable' }
param databaseStorageGB = 32
param databaseBackupDays = 7
param databaseIsRedundant = false
